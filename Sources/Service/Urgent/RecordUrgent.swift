import Casework
import Days
import JournalStore

/// Writes down that a child may not be safe, that somebody has heard it, or what is done: one event, before and apart from
/// any record that is signed.
public struct RecordUrgent: Sendable {
    public enum Saying: Sendable {
        case word(UrgentWord)
        /// That something is, before anybody is asked what: a word without words.
        case press(UrgentWord)
        /// What it is, by whoever pressed.
        case addition(to: EventID, UrgentAddition)
        /// It was pressed by mistake.
        case takingBack(EventID, because: String)
        case acknowledgement(of: EventID)
        case action(for: EventID, what: String, owner: String, due: Day)
    }

    public let child: ChildID
    public let saying: Saying
    /// The account, or the user of the command line.
    public let who: String

    public init(_ saying: Saying, child: ChildID, by who: String) {
        (self.saying, self.child, self.who) = (saying, child, who)
    }

    /// - Returns: the event it became; the first, where the same command was sent before.
    /// - Throws: ``RecordRefusals`` where something is missing or too long; ``ServiceError/noSuchChild(_:)``; ``JournalError``.
    @discardableResult
    nonisolated(nonsending) public func run<Kept: Journal>(
        in journal: Kept, knowing known: Authority, command: CommandID, by author: Actor, at now: Instant
    ) async throws -> EventID? {
        let appended = try await journal.append(command, by: author, at: now) { transaction in
            guard let record = try transaction.authority(from: known)[child] else {
                throw ServiceError.noSuchChild(child.description)
            }
            let event = try event(of: record, at: now)
            try transaction.append(
                Proposed(
                    stream: child.stream, occurred: now.inLondon, source: .recordedHere,
                    body: ChildEvent.urgent(event).body))
        }
        return appended.events?.lowerBound
    }

    private func event(of record: ChildRecord, at now: Instant) throws -> UrgentEvent {
        switch saying {
        case .word(let word):
            try require("words", word.words, most: UrgentWord.longest)
            return .said(word)
        case .press(let word): return .said(word)
        case .addition(let word, let addition):
            _ = try requireOwn(word, of: record)
            try require("words", addition.words, most: UrgentWord.longest)
            return .added(word: word, addition)
        case .takingBack(let word, let because):
            let call = try requireOwn(word, of: record)
            if call.hasWords || call.acted != nil {
                throw RecordRefusals(
                    one: RecordRefusal(
                        "because", "something was said of it, or is done about it", "say what has changed instead"))
            }
            try require("because", because, most: UrgentWord.longest)
            return .takenBack(word: word, UrgentTakenBack(at: now, by: who, because: because))
        case .acknowledgement(let word):
            try requireSaid(word, of: record)
            return .acknowledged(word: word, by: who, at: now)
        case .action(let word, let what, let owner, let due):
            try requireSaid(word, of: record)
            try require("what", what, most: UrgentWord.longest)
            try require("owner", owner, most: 200)
            return .acted(
                word: word,
                UrgentAction(
                    at: now, by: who, id: record.thread.freeName(.action, besides: []), what: what, owner: owner,
                    due: due))
        }
    }

    private func require(_ field: String, _ text: String, most: Int) throws {
        if text.saysNothing {
            throw RecordRefusals(one: RecordRefusal(field, "nothing is said", "say it in a few words"))
        }
        if text.count > most {
            throw RecordRefusals(
                one: RecordRefusal(field, "it is longer than \(most) characters", "say it in fewer words"))
        }
    }

    /// - Returns: what whoever says more, or takes it back, said first.
    private func requireOwn(_ word: EventID, of record: ChildRecord) throws -> UrgentCall {
        guard let call = record.urgent.first(where: { $0.origin.event == word }), call.by == who,
            call.takenBack == nil
        else {
            throw RecordRefusals(
                one: RecordRefusal("words", "it is not yours, or was taken back", "say it anew"))
        }
        return call
    }

    private func requireSaid(_ word: EventID, of record: ChildRecord) throws {
        guard record.urgent.contains(where: { $0.origin.event == word }) else {
            throw RecordRefusals(
                one: RecordRefusal("word", "nothing urgent was said there", "open it again from the list"))
        }
    }
}

/// What was said urgently, and what was done about it, in words.
public struct UrgentWords: Sendable {
    public let said: UrgentWord
    public fileprivate(set) var additions: [UrgentAddition] = []
    public fileprivate(set) var actions: [UrgentAction] = []
    public fileprivate(set) var takenBack: UrgentTakenBack?

    /// Who it is about, as it was typed; empty where nobody was named.
    public var who: String { ([said.who] + additions.map(\.who)).last { !$0.isEmpty } ?? "" }
}

extension Records {
    /// What was said urgently of a child, with its words, read from the journal, which alone keeps them.
    public func urgentWords(of child: ChildID) async throws -> [EventID: UrgentWords] {
        var words: [EventID: UrgentWords] = [:]
        try await scan(child.stream) { event in
            switch ChildEvent(kind: event.kind, schema: event.schema, bytes: event.body) {
            case .urgent(.said(let word)): words[event.id] = UrgentWords(said: word)
            case .urgent(.acted(let word, let action)): words[word]?.actions.append(action)
            case .urgent(.added(let word, let addition)): words[word]?.additions.append(addition)
            case .urgent(.takenBack(let word, let taken)): words[word]?.takenBack = taken
            default: break
            }
        }
        return words
    }
}
