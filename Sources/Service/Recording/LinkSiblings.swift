import Casework
import Days
import JournalStore

extension SignRecord {
    /// What is written where somebody signs what two children are to each other: the same, into both records at once, and
    /// in neither as a record that whoever sees that child may read.
    ///
    /// - Throws: ``RecordRefusals`` where the other child is nobody whom the author may open. It is not said whether there
    ///   is such a child.
    func siblings(_ signed: SignedRecord, of child: ChildRecord, in authority: Authority) throws -> [Proposed] {
        guard case .text(let named)? = signed.answers[.sibling], let other = authority.find(named.trimmed), knows(other)
        else {
            throw refused(
                "nobody whom you may open is known so", "give the number or the id of a child whom you may open")
        }
        guard other.id != child.id else { throw refused("this is the same child", "give the other child’s number") }
        let isMistake = signed.answers[.siblingRelation] == .choice(SiblingRelation.none.rawValue)
        if isMistake, !child.linkedSiblings.contains(where: { $0.other == other.id }) {
            throw refused("nobody has linked the two", "leave it: nobody has linked the two")
        }
        // The child’s own stands last: it is what the command is answered with.
        return [(other.id, child.id), (child.id, other.id)].map { place, sibling in
            Proposed(
                stream: place.stream, occurred: occurred, source: .recordedHere,
                body: ChildEvent.sibling(SiblingSaid(of: sibling, signed)).body)
        }
    }

    private func refused(_ what: String, _ remedy: String) -> RecordRefusals {
        RecordRefusals(one: RecordRefusal(CoreField.sibling.name, what, remedy))
    }
}

extension Records {
    /// What was said of a child's brothers and sisters, with its words, by the event: read from the journal, which alone
    /// keeps them.
    public func siblingWords(of child: ChildID) async throws -> [EventID: SignedRecord] {
        var words: [EventID: SignedRecord] = [:]
        for (fact, told) in try await standingEvents(of: child) {
            if case .sibling(let said) = told.event { words[fact] = said.record }
        }
        return words
    }
}
