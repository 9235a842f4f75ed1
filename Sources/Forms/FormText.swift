/// A form's file as its author laid it out: names, lists and words, each with its line.
public indirect enum FormText: Sendable {
    case words(String, line: Int)
    case list([FormText], line: Int)
    case names([(name: String, line: Int, value: FormText)], line: Int)

    public var line: Int {
        switch self {
        case .words(_, let line), .list(_, let line), .names(_, let line): line
        }
    }
}

/// Something wrong with a form, and where: a sentence that its author can act on.
public struct FormProblem: Error, Hashable, Sendable {
    public let line: Int
    public let what: String
    public let remedy: String
    public init(_ line: Int, _ what: String, _ remedy: String) {
        (self.line, self.what, self.remedy) = (line, what, remedy)
    }
    public var sentence: String { "line \(line): \(what); \(remedy)" }
}
