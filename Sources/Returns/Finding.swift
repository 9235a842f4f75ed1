import Casework
import Days

/// Something a reader of a return should know: what is wrong, where, and how to mend it. A finding never stops a return.
public struct Finding: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// The row could not be used. It is kept.
        case rowSetAside = "row_set_aside"
        /// A cell could not be used; the rest of its row was. The row is kept whole beside it.
        case cellSetAside = "cell_set_aside"
        /// A cell that should say something is blank.
        case cellMissing = "cell_missing"
        /// A code that this year's collection does not have. It was used as it stands.
        case codeNotKnown = "code_not_known"
        /// Rows alike to the letter, read once.
        case duplicateRows = "duplicate_rows"
        /// An episode has no end, though a later one ended. The child stays looked after.
        case neverEnded = "never_ended"
        /// Something happened before the child was born. It was used as it stands.
        case beforeBirth = "before_birth"
        /// The return gives the child different birth dates; both are kept.
        case birthDateDiffers = "birth_date_differs"
        /// The return gives the child a different sex; both are kept.
        case sexDiffers = "sex_differs"
        /// A child with no row in Episodes, who is no care leaver either.
        case noEpisode = "no_episode"
        /// A column that the collection has and the file has not.
        case columnMissing = "column_missing"
        /// A column that the file has and the collection has not. It was not read.
        case columnNotKnown = "column_not_known"
        /// A column that stands twice. The first was read.
        case columnRepeated = "column_repeated"
        /// A file or folder that was not read.
        case fileIgnored = "file_ignored"
    }

    public let kind: Kind
    public let year: CollectionYear
    /// As the collection names it; empty for a whole file.
    public let table: String
    public let file: String
    /// The line the row starts on, from 1; nil for a whole file. In XML, the row's number within its table.
    public let line: Int?
    /// The column that is wrong; for a whole row, the one that tells it from the child's other rows.
    public let column: String?
    /// What the column holds, cut at two hundred characters.
    public let value: String?
    /// The child's number in the return.
    public let child: String?
    public let problem: Problem

    init(
        _ kind: Kind, _ problem: Problem, _ year: CollectionYear, table: String = "", file: String, line: Int? = nil,
        column: String? = nil,
        value: String? = nil, child: String? = nil
    ) {
        (self.kind, self.problem, self.year, self.table, self.file) = (kind, problem, year, table, file)
        (self.line, self.column) = (line, column)
        self.value = value.map { $0.count > 200 ? $0.prefix(200) + "…" : $0 }
        self.child = child
    }

    /// What is wrong, in a sentence without its full stop.
    public var message: String { problem.words(about: self).wrong }
    /// How to mend it.
    public var remedy: String { problem.words(about: self).mend }
}
