import Days

/// A file about a child: a letter, a report, a photograph. The journal says what it is and what it is made of; its bytes lie
/// beside the journal, under their own digest.
public struct Document: Hashable, Sendable {
    /// What whoever added it calls it.
    public let title: String
    /// The day it is of.
    public let day: Day
    public let type: DocumentType
    /// How long it is, in bytes.
    public let length: UInt32
    /// SHA-256 of its bytes, which is also where they lie.
    public let digest: FileDigest
    public let informationClass: InformationClass
    public let scan: VirusScan

    public init(
        title: String, day: Day, type: DocumentType, length: UInt32, digest: FileDigest,
        informationClass: InformationClass, scan: VirusScan
    ) {
        (self.title, self.day, self.type, self.length) = (title, day, type, length)
        (self.digest, self.informationClass, self.scan) = (digest, informationClass, scan)
    }

    /// The longest file that is kept, in bytes: 25 MB.
    public static let longest = 25 * 1024 * 1024
    /// The longest title, in characters.
    public static let longestTitle = 200
}

/// Whether a file was looked at for viruses before it was kept. One in which something was found is never kept.
public enum VirusScan: UInt8, Hashable, Sendable, CaseIterable {
    case notScanned = 1
    case nothingFound

    public var title: String {
        switch self {
        case .notScanned: "not scanned for viruses"
        case .nothingFound: "scanned for viruses, nothing found"
        }
    }
}

/// SHA-256 of a file.
public struct FileDigest: Hashable, Sendable {
    public let bytes: [UInt8]

    /// Nil for anything but 32 bytes.
    public init?(_ bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
        guard self.bytes.count == 32 else { return nil }
    }

    /// Nil for anything but 64 hexadecimal digits.
    public init?(hex: String) {
        let digits = hex.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count == 64, hex.utf8.count == 64 else { return nil }
        self.init(stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) })
    }

    /// 64 hexadecimal digits.
    public var hex: String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

/// A document as the fold holds it.
public struct HeldDocument: Hashable, Sendable {
    public let document: Document
    public let origin: Origin
}

/// What is written down of documents.
public enum DocumentEvent: Hashable, Sendable {
    case added(Document)
    /// It stood on a child whom it was not about, and is here now.
    case movedHere(Document, Carried)

    public var document: Document {
        switch self {
        case .added(let document), .movedHere(let document, _): document
        }
    }
}

extension ChildRecord {
    mutating func apply(_ event: DocumentEvent, _ origin: Origin) {
        documents.insertInOrder(HeldDocument(document: event.document, origin: origin), by: \.document.day)
    }
}

extension DocumentEvent {
    /// In a sentence without its title.
    public var sentence: String {
        switch self {
        case .added(let document): "\(document.type.title) of \(document.day.inWords) added"
        case .movedHere(let document, _):
            "\(document.type.title) of \(document.day.inWords) moved here, where it belongs"
        }
    }
}

extension Document {
    func write(to writer: inout ByteWriter) {
        writer.put(title)
        writer.put(day)
        writer.put(type.rawValue)
        writer.put(integer: length)
        for byte in digest.bytes { writer.put(byte) }
        writer.put(informationClass.rawValue)
        writer.put(scan.rawValue)
    }

    /// Nil for a type, class or scan that this version does not know.
    init?(from reader: inout ByteReader) {
        let (title, day) = (reader.text(), reader.day())
        guard let type = DocumentType(rawValue: reader.byte()) else { return nil }
        let length: UInt32 = reader.integer()
        let digest = FileDigest((0..<32).map { _ in reader.byte() })
        guard let digest, let ofClass = InformationClass(rawValue: reader.text()),
            let scan = VirusScan(rawValue: reader.byte())
        else { return nil }
        self.init(
            title: title, day: day, type: type, length: length, digest: digest, informationClass: ofClass, scan: scan)
    }
}
