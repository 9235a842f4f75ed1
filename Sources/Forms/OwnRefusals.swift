import Casework

extension Form {
    /// What was answered to a council's own questions with something that the child's record does not have: a file that is
    /// no document of the child, somebody whom it does not know, a part of the thread that is not there.
    ///
    /// - Parameters:
    ///   - own: The answers, as a record keeps them.
    ///   - standing: What the version before said, where this puts one right: it is not refused for what became of it since.
    public func refusals(
        of own: [String: String], about child: ChildRecord, knowing people: @autoclosure () -> PeopleAround,
        standing: [String: String] = [:]
    ) -> [RecordRefusal] {
        guard !own.isEmpty else { return [] }
        let asked = questions.flatMap { question -> [RecordRefusal] in
            guard case .own(let kind) = question.answers, let answer = OwnAnswer(own, at: question.id, kind) else {
                return []
            }
            let before = OwnAnswer(standing, at: question.id, kind)
            switch (kind, answer) {
            case (.person, .person(let name, isKnown: true)) where answer != before && !people().know(name):
                return [
                    RecordRefusal(
                        question.id, "the child’s record knows nobody by that name",
                        "choose somebody of the list, or name them as somebody else")
                ]
            case (.link(let kinds), .items(let items)):
                return items.filter { !(before?.pointedAt.contains($0) ?? false) }.compactMap {
                    refusal(of: $0, kinds, at: question.id, child.thread)
                }
            default: return []
            }
        }
        return refusals(ofFiles: own, about: child) + asked
    }

    private func refusal(
        of id: ItemID, _ kinds: [ItemKind], at place: String, _ thread: ChildThread
    ) -> RecordRefusal? {
        guard let found = thread.kind(of: id) else {
            return RecordRefusal(
                place, "\(id) is nothing in this child’s thread", "give the id of something that is")
        }
        guard !kinds.contains(found) else { return nil }
        return RecordRefusal(place, "\(id) is \(found.titleWithArticle)", "give the id of \(kinds.titleWithArticle)")
    }

    /// What a record's own answers point at in the child's thread.
    public func pointedAt(by record: SignedRecord) -> Set<ItemID> {
        Set(questions.flatMap { own($0, in: record)?.pointedAt ?? [] })
    }

    /// A record's own answers for another child: without what they point at in the first child's thread, where the same name
    /// means something else; and with somebody whom the first child's record knows as somebody else, whom nobody has said who
    /// may read of.
    public func ownForAnotherChild(_ own: [String: String]) -> [String: String] {
        var kept = own
        for question in questions {
            switch question.answers {
            case .own(.link): kept[question.id] = nil
            case .own(.person):
                guard let name = kept.removeValue(forKey: question.id), !name.isEmpty else { continue }
                let other = "\(question.id).\(OwnPart.somebodyElse)"
                kept[other] = kept[other] ?? name
            default: break
            }
        }
        return kept
    }
}
