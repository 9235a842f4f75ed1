import Casework
import Days
import Standards

/// Whoever answers something to join up, as far as the rules of answering ask who they are.
public struct Answerer: Hashable, Sendable {
    /// The account.
    public let account: String
    /// Whose word it is, where a program writes it down for somebody.
    public let onBehalfOf: String
    /// What else they are known by, so that nobody agrees with what was written down for themselves.
    public let alsoKnownAs: [String]
    /// Whether it is theirs to mend.
    public let owes: Bool
    /// Whether they answer for the work of whoever has to mend it.
    public let manages: Bool
    /// Whether they are the child's reviewing officer.
    public let reviews: Bool

    public init(
        account: String, onBehalfOf: String = "", alsoKnownAs: [String] = [], owes: Bool, manages: Bool, reviews: Bool
    ) {
        (self.account, self.onBehalfOf, self.alsoKnownAs) = (account, onBehalfOf, alsoKnownAs)
        (self.owes, self.manages, self.reviews) = (owes, manages, reviews)
    }

    /// Whether the answer is this person's own word.
    func gave(_ answer: HeldJoinAnswer) -> Bool {
        let behalf = answer.onBehalfOf.trimmed.lowercased()
        return account == answer.by
            || (!behalf.isEmpty && alsoKnownAs.contains { $0.trimmed.lowercased() == behalf })
    }
}

extension BreakRule {
    /// What the law asks and what a child's safety hangs on is answered otherwise than by mending it by a manager alone, and
    /// never by whoever has to mend it; and it is put off no longer than the council lets it.
    public var needsManager: Bool { weight == .regulation || isAboutSafety }

    /// A concern of the reviewing officer's is put off by nobody whom it is put to, nor by anybody above them.
    public var isReviewingOfficers: Bool {
        guard case .writing(let kind, _, _) = mend else { return false }
        return kind == .concernAnswer || kind == .concernStep
    }
}

extension Break {
    /// Why this person may not answer it otherwise than by mending it; nil where they may. The team answers for nothing that
    /// is the reviewing officer's.
    public func refusal(of person: Answerer) -> RecordRefusal? {
        if rule.isReviewingOfficers {
            return person.reviews
                ? nil
                : RecordRefusal(
                    Self.field, "it is the reviewing officer’s concern, which nobody else puts off or sets aside",
                    "answer it, or ask the reviewing officer")
        }
        if rule.needsManager {
            let why = rule.isAboutSafety ? "it is about the child’s safety" : "the law asks for it"
            if person.owes {
                return RecordRefusal(Self.field, "\(why), and it is yours to mend", "mend it, or ask your manager")
            }
            guard person.manages else {
                return RecordRefusal(
                    Self.field, "\(why), so only a manager of whoever mends it answers it otherwise",
                    "mend it, or ask them")
            }
        } else if owner.role == .iro, !person.reviews, !person.manages {
            return RecordRefusal(Self.field, "it is the reviewing officer’s", "ask the reviewing officer")
        }
        return nil
    }

    /// Why this person may not be the second to say that it is not so; nil where they may.
    public func refusal(ofSecond person: Answerer, to answer: HeldJoinAnswer) -> RecordRefusal? {
        if person.gave(answer) {
            return RecordRefusal(Self.field, "you gave the answer yourself", "ask somebody else to look")
        }
        if rule.needsManager || rule.isReviewingOfficers || owner.role == .iro {
            if person.owes {
                return RecordRefusal(Self.field, "it is yours to mend", "ask another manager, or the reviewing officer")
            }
            guard person.manages || person.reviews else {
                return RecordRefusal(
                    Self.field, "a manager or the reviewing officer has to agree", "ask one of them to look")
            }
        }
        return nil
    }

    /// The field of a refusal that is about who answers, or what.
    public static let field = "break"
}

extension Break {
    /// The answer that this person gives; or everything that is in its way.
    ///
    /// - Parameter earlier: What was answered of the child before: the longest day runs from the first time that it was put
    ///   off, so that nothing is put off again and again.
    public func answered(
        _ word: JoinAnswer.Word, because: String, by person: Answerer, at now: Instant, earlier: [HeldJoinAnswer],
        _ settings: LocalSettings
    ) -> Result<JoinAnswer, RecordRefusals> {
        let today = now.inLondon.day
        var refusals: [RecordRefusal] = []
        if case .stillRight(let change, let parts) = word {
            refusals += self.refusals(ofStillRight: parts, after: change, by: person)
        } else if let refusal = refusal(of: person) {
            refusals.append(refusal)
        }
        if isNotSo { refusals.append(RecordRefusal(Self.field, "it was answered already", "look at the answer")) }
        refusals += Self.refusals(of: because)
        if case .later(let until) = word {
            let last = lastDay(putOff: earlier, on: today, settings)
            if until <= today {
                refusals.append(
                    RecordRefusal("until", "\(until.inWords) is not a day to come", "give the day it is there again"))
            } else if until > last {
                refusals.append(
                    RecordRefusal(
                        "until", "it can be put off until \(last.inWords) at the latest",
                        last > today ? "give an earlier day" : "mend it, or say that it is not so"))
            }
        }
        if let refusals = RecordRefusals(refusals) { return .failure(refusals) }
        return .success(
            JoinAnswer(
                kind: rule.id, about: about, facts: restsOn, word: word, because: because.trimmed, by: person.account,
                onBehalfOf: person.onBehalfOf, at: now))
    }

    /// What the parts that are still right are said to be; nil where nothing is to be looked at again.
    public func stillRight(_ parts: [LookAgain]) -> JoinAnswer.Word? {
        lookingAgain.map { .stillRight(after: $0.change, Set(parts).sorted()) }
    }

    /// Whoever works with the child looks again, and the manager sees it. Of a part that was said to be still right before,
    /// since when a risk was named that it does not know of, the manager says so.
    private func refusals(
        ofStillRight parts: [LookAgain], after change: Day, by person: Answerer
    ) -> [RecordRefusal] {
        guard let again = lookingAgain else {
            return [RecordRefusal(Self.field, "there is nothing to look at again", "look at the child’s thread")]
        }
        if change != again.change {
            return [RecordRefusal(Self.field, "the child’s life has changed again", "look at what changed")]
        }
        if parts.isEmpty { return [RecordRefusal("parts", "nothing is named", "say what is still right")] }
        if let other = parts.first(where: { !again.parts.contains($0) }) {
            return [RecordRefusal("parts", "\(other.words) is not to be looked at again now", "leave it out")]
        }
        let second = parts.filter { again.managers.contains($0) }
        if !second.isEmpty, !person.manages {
            return [
                RecordRefusal(
                    "parts",
                    "a risk was named since \(second.inWords) was last written down, and it was said to be still right before",
                    "update it, or ask a manager to say so")
            ]
        }
        return []
    }

    /// The last day that it can be put off until. What the law or safety asks has the council's longest time, from the first
    /// day that it was put off on the same facts; anything else a year from today.
    public func lastDay(putOff earlier: [HeldJoinAnswer], on today: Day, _ settings: LocalSettings) -> Day {
        guard rule.needsManager else { return today.adding(months: 12) }
        let facts = FactsDigest(restsOn)
        let first = earlier.first {
            if case .later = $0.word { $0.isAbout(self) && $0.facts == facts } else { false }
        }
        return (first?.day ?? today) + settings.putOffDays
    }

    /// What a second person says; or everything that is in its way.
    public func seconded(
        _ answer: HeldJoinAnswer, agrees: Bool, because: String, by person: Answerer, at now: Instant
    ) -> Result<JoinSecond, RecordRefusals> {
        var refusals: [RecordRefusal] = []
        if state != .awaitsSecond(answer) {
            refusals.append(RecordRefusal(Self.field, "it no longer waits for a second person", "look at it again"))
        }
        if let refusal = refusal(ofSecond: person, to: answer) { refusals.append(refusal) }
        if !agrees { refusals += Self.refusals(of: because) }
        if let refusals = RecordRefusals(refusals) { return .failure(refusals) }
        return .success(JoinSecond(agrees: agrees, because: because.trimmed, by: person.account, at: now))
    }

    private static func refusals(of because: String) -> [RecordRefusal] {
        if because.saysNothing { return [RecordRefusal("because", "no reason is given", "say why")] }
        if because.count > JoinAnswer.longest {
            return [
                RecordRefusal(
                    "because", "it is longer than \(JoinAnswer.longest) characters", "say it in fewer words")
            ]
        }
        return []
    }
}
