import Casework
import Days

/// Something a reader of a return should know: what is wrong, where, and how to mend it. A finding never stops a return.
public struct Finding: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// The row could not be used. It is kept.
        case rowSetAside = "row_set_aside"
        /// A cell could not be used; the rest of its row was. The row is kept whole beside it.
        case cellSetAside = "cell_set_aside"
        /// A code that this year's collection does not have. It was used as it stands.
        case codeNotKnown = "code_not_known"
        /// Rows alike to the letter, read once.
        case duplicateRows = "duplicate_rows"
        /// Two tables give the child different birth dates; both are kept.
        case birthDateDiffers = "birth_date_differs"
        /// Two tables give the child a different sex; both are kept.
        case sexDiffers = "sex_differs"
        /// A column that the collection has and the file has not.
        case columnMissing = "column_missing"
        /// A file that is no table of the return.
        case fileIgnored = "file_ignored"
    }

    public let kind: Kind
    /// As the collection names it; empty for a whole file.
    public let table: String
    public let file: String
    /// The line the row starts on, from 1; nil for a whole table. In XML, the row's number within its table.
    public let line: Int?
    public let column: String?
    public let value: String?
    public let child: String?
    /// What is wrong, in a sentence.
    public let message: String
    /// How to mend it.
    public let remedy: String

    public init(
        kind: Kind, table: String, file: String, line: Int?, column: String?, value: String?, child: String?,
        message: String,
        remedy: String
    ) {
        (self.kind, self.table, self.file, self.line) = (kind, table, file, line)
        (self.column, self.value, self.child) = (column, value, child)
        (self.message, self.remedy) = (message, remedy)
    }
}

/// Why a return was refused as a whole. Nothing of it was used.
public struct ReturnError: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String
    public init(_ description: String) { self.description = description }
}

/// How much a reader will take before it calls a file hostile.
public struct ReadingLimits: Sendable {
    /// The longest cell, in bytes.
    public var cell = 64 * 1024
    /// The largest file once unpacked, in bytes.
    public var file = 1 << 30
    /// How many times larger than its packed size a file of a zip may be, beyond ten megabytes.
    public var ratio = 200
    /// The most files in a zip.
    public var entries = 1000

    public init() {}
}
