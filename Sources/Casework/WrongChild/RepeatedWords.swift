/// The words of a record that is sealed, to find what was copied from it: runs of the same words, whatever the capitals and
/// the stops between them. Of what says the same in other words it tells nothing.
public struct RepeatedWords: Sendable {
    /// How many words in a row are no accident. Fewer are how people write.
    public static let least = 6

    private var runs: Set<[String]> = []

    /// - Parameter texts: What the record said, version by version and answer by answer.
    public init(of texts: [String]) {
        for text in texts {
            let words = Self.words(text)
            for start in words.indices.dropLast(Self.least - 1) {
                runs.insert(Array(words[start..<start + Self.least]))
            }
        }
    }

    /// The most words in a row that a text has in common with the record; 0 where there are fewer than ``least``.
    public func longest(in text: String) -> Int {
        let words = Self.words(text)
        var (longest, current) = (0, 0)
        for start in words.indices.dropLast(Self.least - 1) {
            current = runs.contains(Array(words[start..<start + Self.least])) ? current + 1 : 0
            if current > 0 { longest = max(longest, current + Self.least - 1) }
        }
        return longest
    }

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    }
}

extension ChildEvent {
    /// What a person wrote in their own words, each text by itself; none for what a return or a choice says.
    public var textsWritten: [String] {
        switch self {
        case .join(.answered(let answer)): [answer.because]
        case .join(.seconded(_, let second)): [second.because]
        case .join(.read(let reading)): [reading.because]
        case .document(let said): [said.document.title]
        case .urgent(.said(let word)): [word.words]
        case .urgent(.acted(_, let action)): [action.what]
        case .urgent(.added(_, let addition)): [addition.words]
        case .urgent(.takenBack(_, let taken)): [taken.because]
        case .copyMade(let copy): [copy.text]
        default: record?.textsWritten ?? []
        }
    }
}

extension SignedRecord {
    fileprivate var textsWritten: [String] { answers.values.flatMap(\.textsWritten) + own.values }
}

extension Answer {
    fileprivate var textsWritten: [String] {
        switch self {
        case .text(let text), .noneBecause(let text): [text]
        case .rows(let rows): rows.flatMap { $0.cells.values.flatMap(\.textsWritten) }
        case .choice, .flag, .day, .items: []
        }
    }
}
