import ArgumentParser
import Casework
import Copies
import Days
import Service

struct CopyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy", abstract: "Write a draft of a copy of a signed record, for one reader.",
        discussion: """
            A version for the child of a review, a plan or a visit, a review’s minutes, any record, or two pages of what
            is significant in the chronology, without what the reader may not know. Nothing is written while anything about the reader is undecided: then it says what, and exits 1. It is a draft; a
            copy is signed in the browser, by a person who has read it.

            Example:
              throughline copy 900001 --of review --as child --data data
              throughline copy 900001 --of visit --recipient "Kay Example" --data data
              throughline copy 900001 --as chronology --recipient "Kay Example" --data data
            """.flowing)

    @Argument(help: "The child’s number or id.") var child: String
    @Option(help: "The kind of record: the last one signed is copied.") var of: RecordKind?
    @Option(help: "The record itself, by its place in the journal.") var event: Int64?
    @Option(name: .customLong("as"), help: "child, minutes, record or chronology.") var kind = CopyKind.record
    @Option(help: "Whom it is for, as People names them; without it, the child.") var recipient = ""
    @Option(name: .customLong("include"), help: "Put this class of information in too, as police.")
    var include: [InformationClass] = []
    @Option(
        help: """
            Which officer agreed that what is from the police goes to them, and on which day: told with the draft, and said
            again by whoever signs the copy.
            """
    )
    var agreedBy = ""
    @OptionGroup var question: QuestionOptions
    @OptionGroup var format: FormatOption

    func validate() throws {
        if kind == .chronology {
            guard of == nil, event == nil else { throw ValidationError("a chronology is of no one record") }
        } else if (of == nil) == (event == nil) {
            throw ValidationError("give --of with a kind of record, or --event with its place in the journal")
        }
        for ofClass in include where !ofClass.mayBeChosen {
            throw ValidationError("\(ofClass.rawValue) goes into no copy")
        }
        if include.contains(.police), agreedBy.allSatisfy(\.isWhitespace) {
            throw ValidationError("with --include police, say with --agreed-by which officer agreed, and on which day")
        }
    }

    func run() async throws {
        let question = try await question.question(includingRecords: true)
        let record = try question.find(child)
        guard let reader = CopyReader(recipient, in: record.thread) else {
            throw ValidationError("\(recipient) is not among the people around the child; record who they are first")
        }
        let (drafted, event) = try await draft(question, record, reader)
        try await self.question.data.keepLook("copy", .seeChild, at: record.id)
        let answer = Answer(
            drafted, of: event, for: recipient, as: kind, child: record.id,
            agreedBy: include.contains(.police) ? agreedBy : "")
        switch format.format {
        case .json: try Output.json(answer)
        case .text: tell(answer)
        }
        if !answer.undecided.isEmpty { throw ExitCode(1) }
    }

    /// What is asked for, and the event of the record that it is of; event 0 of a chronology.
    private func draft(
        _ question: Question, _ record: ChildRecord, _ reader: CopyReader
    ) async throws -> (Result<CopyDraft, CopyRefusal>, EventID) {
        let records = Records(try self.question.data.directory.journal())
        guard kind != .chronology else {
            let told = try await records.told(of: record.id, through: question.authority.head)
            let chronology = Chronology(ChildAsAt(record, question.asAt), told: told)
            let rules = try await records.copyRules(of: record, in: question.authority, including: Set(include))
            let copy = ChronologyCopy(chronology, ChronologyChoice(isSignificantOnly: true), rules: rules)
            return (copy.draft(for: reader), EventID(0))
        }
        let held = record.records.last { held in
            event.map { held.origin.event == EventID($0) } ?? (held.kind == of)
        }
        guard let held,
            let source = try await records.copySource(
                of: held.origin.event, of: record, in: question.authority, including: Set(include))
        else { throw ValidationError("\(child) has no such record; look in throughline thread, or the child’s page") }
        return (source.draft(kind, for: reader), held.origin.event)
    }

    private func tell(_ answer: Answer) {
        for sentence in answer.undecided { Output.line(sentence) }
        if !answer.text.isEmpty { Output.line(answer.text) }
        if !answer.leftOut.isEmpty { Output.heading("Left out, for you and not for the reader") }
        for left in answer.leftOut { Output.line("\(left.place) \(left.why)") }
        if !answer.unmarkedPolice.isEmpty { Output.heading("Look at this before it goes") }
        for one in answer.unmarkedPolice {
            Output.line("\(one.record.spoken), event \(one.event): \(one.quoted), not marked as from the police.")
        }
        if !answer.agreedBy.isEmpty {
            Output.line("The police agreed: \(answer.agreedBy). Whoever signs the copy says it again.")
        }
    }

    private struct Answer: Encodable {
        let child, `as`, recipient: String
        let event: Int64
        let undecided: [String]
        let parts: [Part]
        let leftOut: [Left]
        let unmarkedPolice: [Unmarked]
        let text, agreedBy: String

        struct Part: Encodable { let heading: String, lines: [String] }
        struct Left: Encodable { let place, why: String }
        struct Unmarked: Encodable {
            let event: Int64
            let record: String
            let words: [String]
            let quoted: String

            enum CodingKeys: String, CodingKey { case event, record, words }
        }

        init(
            _ drafted: Result<CopyDraft, CopyRefusal>, of event: EventID, for recipient: String, as kind: CopyKind,
            child: ChildID, agreedBy: String
        ) {
            self.agreedBy = agreedBy
            (self.child, self.recipient, self.as) = (child.description, recipient, kind.name)
            self.event = event.seq
            switch drafted {
            case .success(let draft):
                undecided = []
                parts = draft.parts.map { Part(heading: $0.heading, lines: $0.lines) }
                leftOut = draft.leftOut.map { Left(place: $0.place, why: $0.why) }
                unmarkedPolice = draft.unmarkedPolice.map {
                    Unmarked(event: $0.event.seq, record: $0.kind.name, words: $0.words, quoted: $0.quoted)
                }
                text = draft.text
            case .failure(let refusal):
                (undecided, parts, leftOut, unmarkedPolice, text) = (refusal.sentences, [], [], [], "")
            }
        }
    }
}

extension CopyKind: ExpressibleByArgument {
    public init?(argument: String) { self.init(name: argument) }
    public static var allValueStrings: [String] { allCases.map(\.name) }
}

extension InformationClass: ExpressibleByArgument {}
