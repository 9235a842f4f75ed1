import Access
import Casework
import Days
import HTML
import Oversight

/// What people answered, in sentences with their names.
struct JoinWords {
    /// Nil where no name is to be said.
    private let accounts: [String: Account]?
    init(_ accounts: [String: Account]?) { self.accounts = accounts }

    /// Who answered what, and when.
    func said(_ answer: HeldJoinAnswer) -> String {
        let what =
            switch answer.word {
            case .notSo: "Not so for this child"
            case .later(let until): "Later, until \(until.inWords)"
            case .stillRight(let change, let parts):
                "Still right after the change of \(change.inWords): \(parts.inWords)"
            }
        return "\(what): \(who(answer)), \(answer.day.inWords)"
    }

    func said(_ second: JoinSecond) -> String {
        "\(second.agrees ? "Agreed" : "Did not agree"): \(name(second.by)), \(second.at.inLondon.day.inWords)"
            + (second.because.isEmpty ? "" : ". “\(second.because)”")
    }

    private func who(_ answer: HeldJoinAnswer) -> String {
        name(answer.by) + (answer.onBehalfOf.isEmpty ? "" : ", for \(answer.onBehalfOf)")
    }

    private func name(_ account: String) -> String { accounts?.inWords(account) ?? "somebody" }

    /// Why something is there again.
    static func sentence(_ why: JoinState.Return) -> String {
        switch why {
        case .factsChanged: "It is there again: what the answer rested on has changed."
        case .dayCame: "It is there again: the day that it was put off until has come."
        case .notAgreed: "It is there again: a second person did not agree."
        }
    }

    /// How it stands, in sentences; none where nobody has answered.
    func sentences(_ state: JoinState) -> [String] {
        guard let answer = state.answer else { return [] }
        let said = "\(said(answer)). “\(answer.because)”"
        switch state {
        case .open: return []
        case .awaitsSecond: return [said, "A second person has to agree before it leaves the list."]
        case .putOff: return [said]
        case .notSo: return [said] + (answer.second.map { [self.said($0) + "."] } ?? [])
        case .returned(_, let why):
            return [said] + (answer.second.map { [self.said($0) + "."] } ?? []) + [Self.sentence(why)]
        }
    }
}

extension Writer {
    /// How something to join up was answered.
    mutating func joinState(_ found: Break, _ words: JoinWords) {
        for sentence in words.sentences(found.state) { p(sentence, .class("tl-since")) }
    }

    /// The ways to answer it otherwise than by mending it.
    mutating func joinWays(_ found: Break, _ ways: [JoinWay]) {
        guard !ways.isEmpty else { return }
        p(.class("tl-act tl-do")) { line in
            for (place, way) in ways.enumerated() {
                if place > 0 { line.text(" · ") }
                line.a(.answering(found, way), .class("govuk-link")) { words in
                    words.text(way.title)
                    words.span(": \(found.title.lowercasedFirst)", .class("govuk-visually-hidden"))
                }
            }
        }
    }
}
