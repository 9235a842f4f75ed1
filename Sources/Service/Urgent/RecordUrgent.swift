import Casework
import Days
import JournalStore

/// Writes down that a child may not be safe, that somebody has heard it, or what is done: one event, before and apart from
/// any record that is signed.
public struct RecordUrgent: Sendable {
    public enum Saying: Sendable {
        case word(UrgentWord)
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
    public fileprivate(set) var actions: [UrgentAction] = []
}

extension Records {
    /// What was said urgently of a child, with its words, read from the journal, which alone keeps them.
    public func urgentWords(of child: ChildID) async throws -> [EventID: UrgentWords] {
        var words: [EventID: UrgentWords] = [:]
        try await scan(child.stream) { event in
            switch ChildEvent(kind: event.kind, schema: event.schema, bytes: event.body) {
            case .urgent(.said(let word)): words[event.id] = UrgentWords(said: word)
            case .urgent(.acted(let word, let action)): words[word]?.actions.append(action)
            default: break
            }
        }
        return words
    }
}
