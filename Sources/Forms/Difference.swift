import Casework

/// What was answered to one question of a form, with the form's own words for it.
public enum Said: Hashable, Sendable {
    /// A field that rules read, and what the council calls its choices.
    case core(Answer, labels: [String: String])
    /// An answer to the council's own question, and what that takes.
    case own(OwnAnswer, FormQuestion.OwnKind)
}

/// A question that two versions of a record answer differently.
public struct Difference: Hashable, Sendable {
    public let question: FormQuestion
    /// What the earlier says; nil where it says nothing.
    public let was: Said?
    /// What the later says; nil where it says nothing.
    public let now: Said?
}

extension Form {
    /// What a record answers to a question of this form; nil where it says nothing.
    public func said(_ question: FormQuestion, in record: SignedRecord) -> Said? {
        switch question.answers {
        case .core(let field, let labels): record.answers[field].map { .core($0, labels: labels) }
        case .own(let kind): own(question, in: record).map { .own($0, kind) }
        }
    }

    /// What `later` says differently from `earlier`, in the order of the form.
    public func differences(from earlier: SignedRecord, to later: SignedRecord) -> [Difference] {
        questions.compactMap { question in
            let (was, now) = (said(question, in: earlier), said(question, in: later))
            return was == now ? nil : Difference(question: question, was: was, now: now)
        }
    }
}

/// A row of a list that two versions have differently. A row is known by its name, and where it has none by what it says.
public struct RowDifference: Hashable, Sendable {
    /// Nil for a row that was added.
    public let was: AnswerRow?
    /// Nil for one that was taken out.
    public let now: AnswerRow?
    public init(was: AnswerRow?, now: AnswerRow?) { (self.was, self.now) = (was, now) }

    /// The rows that differ: those of `earlier` first, in its order, then what `later` adds.
    public static func between(_ earlier: [AnswerRow], _ later: [AnswerRow]) -> [RowDifference] {
        var left = later
        var found: [RowDifference] = []
        for row in earlier {
            if let same = left.firstIndex(of: row) {
                left.remove(at: same)
            } else if let name = row[.id], let other = left.firstIndex(where: { $0[.id] == name }) {
                found.append(RowDifference(was: row, now: left.remove(at: other)))
            } else {
                found.append(RowDifference(was: row, now: nil))
            }
        }
        return found + left.map { RowDifference(was: nil, now: $0) }
    }
}
