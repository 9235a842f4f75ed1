/// What kind of file a document is, told from what is in it: a name can say anything.
public enum DocumentType: UInt8, Hashable, Sendable, CaseIterable {
    case pdf = 1
    case jpeg, png, gif, webp, tiff
    case word, spreadsheet, presentation
    case openText, openSpreadsheet, openPresentation
    case richText, text

    public var title: String {
        switch self {
        case .pdf: "PDF"
        case .jpeg, .png, .gif, .webp, .tiff: "picture"
        case .word, .openText, .richText: "text document"
        case .spreadsheet, .openSpreadsheet: "spreadsheet"
        case .presentation, .openPresentation: "presentation"
        case .text: "plain text"
        }
    }

    /// What a file of it is called at the end.
    public var fileExtension: String {
        switch self {
        case .pdf: "pdf"
        case .jpeg: "jpg"
        case .png: "png"
        case .gif: "gif"
        case .webp: "webp"
        case .tiff: "tif"
        case .word: "docx"
        case .spreadsheet: "xlsx"
        case .presentation: "pptx"
        case .openText: "odt"
        case .openSpreadsheet: "ods"
        case .openPresentation: "odp"
        case .richText: "rtf"
        case .text: "txt"
        }
    }

    /// What a browser is told it is. Anything that a browser does not show is bytes to it.
    public var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .gif: "image/gif"
        case .webp: "image/webp"
        default: "application/octet-stream"
        }
    }

    public enum Preview: Sendable { case picture, pdf }

    /// How a browser may show it; nil where it is only ever taken away. Nothing that can hold a script is shown.
    public var preview: Preview? {
        switch self {
        case .pdf: .pdf
        case .jpeg, .png, .gif, .webp: .picture
        default: nil
        }
    }
}

/// Why a file is not kept, for whoever sent it.
public enum DocumentRefusal: Error, Hashable, Sendable {
    case empty, tooLong, webPage, program, macros, unknown
    /// What the scanner calls it.
    case virus(String)
    case notScanned

    public var sentence: String {
        switch self {
        case .empty: "The file is empty. Choose another."
        case .tooLong: "The file is larger than 25 MB. Save it smaller, or in parts."
        case .webPage: "The file is a web page or a drawing that can hold a program. Print it to PDF and send that."
        case .program: "The file is a program, which is not kept here."
        case .macros: "The file holds macros, which can do harm. Save it without them, or as PDF."
        case .unknown:
            "It cannot be told what kind of file this is. Send a PDF, a picture (JPEG, PNG, GIF, WebP, TIFF), an Office or OpenDocument file, or plain text."
        case .virus(let name): "A virus was found in the file (\(name)). It was not kept. Tell your IT service now."
        case .notScanned:
            "The file cannot be scanned for viruses at this moment, so it was not kept. Try again in a while."
        }
    }
}

extension DocumentType {
    /// The type of a whole file, by its first bytes and, of archives, by what is in them.
    public static func of(_ bytes: UnsafeRawBufferPointer) -> Result<DocumentType, DocumentRefusal> {
        if bytes.isEmpty { return .failure(.empty) }
        if bytes.count > Document.longest { return .failure(.tooLong) }
        for (start, type) in signatures where bytes.starts(with: start) { return .success(type) }
        if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) {
            return .success(.webp)
        }
        for start in programs where bytes.starts(with: start) { return .failure(.program) }
        if bytes.starts(with: [0x50, 0x4B, 3, 4]) { return archive(bytes) }
        return text(bytes)
    }

    private static let signatures: [([UInt8], DocumentType)] = [
        (Array("%PDF-".utf8), .pdf), ([0xFF, 0xD8, 0xFF], .jpeg),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
        (Array("GIF87a".utf8), .gif), (Array("GIF89a".utf8), .gif), ([0x49, 0x49, 0x2A, 0], .tiff),
        ([0x4D, 0x4D, 0, 0x2A], .tiff), (Array("{\\rtf".utf8), .richText),
    ]

    /// Windows, Linux and macOS programs, and scripts that name their interpreter.
    private static let programs: [[UInt8]] = [
        Array("MZ".utf8), [0x7F, 0x45, 0x4C, 0x46], [0xCF, 0xFA, 0xED, 0xFE], [0xCA, 0xFE, 0xBA, 0xBE],
        Array("#!".utf8),
    ]

    /// An Office or OpenDocument file is a zip archive, whose names of parts lie in it as they are.
    private static func archive(_ bytes: UnsafeRawBufferPointer) -> Result<DocumentType, DocumentRefusal> {
        if holds(bytes, "vbaProject.bin") { return .failure(.macros) }
        let parts: [(String, DocumentType)] = [
            ("word/document.xml", .word), ("xl/workbook.xml", .spreadsheet), ("ppt/presentation.xml", .presentation),
        ]
        if holds(bytes, "[Content_Types].xml"), let (_, type) = parts.first(where: { holds(bytes, $0.0) }) {
            return .success(type)
        }
        // The first part of an OpenDocument file is its media type, not compressed.
        let open: [(String, DocumentType)] = [
            ("text", .openText), ("spreadsheet", .openSpreadsheet), ("presentation", .openPresentation),
        ]
        let head = bytes.dropFirst(30)
        for (name, type) in open
        where head.starts(with: Array("mimetypeapplication/vnd.oasis.opendocument.\(name)".utf8)) {
            return .success(type)
        }
        return .failure(.unknown)
    }

    private static func holds(_ bytes: UnsafeRawBufferPointer, _ text: String) -> Bool {
        let wanted = Array(text.utf8)
        guard bytes.count >= wanted.count, let first = wanted.first else { return false }
        var index = 0
        while index <= bytes.count - wanted.count {
            if bytes[index] == first, bytes[index..<index + wanted.count].elementsEqual(wanted) { return true }
            index += 1
        }
        return false
    }

    /// Text is what reads as UTF-8 and holds no control characters; where it begins like a web page, it is one.
    private static func text(_ bytes: UnsafeRawBufferPointer) -> Result<DocumentType, DocumentRefusal> {
        let isText = bytes.allSatisfy { $0 >= 32 || (9...13).contains($0) }
        guard isText, String(validating: bytes, as: UTF8.self) != nil else { return .failure(.unknown) }
        let begins = String(decoding: bytes.prefix(2048), as: UTF8.self).lowercased()
        let start = begins.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        if start.hasPrefix("<") || ["<html", "<svg", "<script", "<!doctype"].contains(where: begins.contains) {
            return .failure(.webPage)
        }
        return .success(.text)
    }
}
