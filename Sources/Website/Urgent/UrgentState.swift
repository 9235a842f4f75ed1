import Access
import Casework
import Days
import HTML
import Service

/// What became of something that was said urgently: who was told, when, who has it and what is done.
struct UrgentState {
    let call: UrgentCall
    let accounts: [String: Account]
    let now: Instant

    /// - Parameter words: What was said; nil where the viewer is shown only that it was said.
    func draw(words: UrgentWords?, into page: inout Writer) {
        page.dl(.class("govuk-summary-list tl-urgent")) { list in
            list.summaryRow("Said", "\(call.at.inWords) by \(accounts.inWords(call.by))")
            if let words {
                if call.hasWords {
                    said("In these words", words.said.words, into: &list)
                    for more in words.additions { said("Added \(more.at.inWords)", more.words, into: &list) }
                } else {
                    list.summaryRow("In these words", "nothing yet: one press told it. Ask whoever said it")
                }
                if let against {
                    list.summaryRow("About", words.who.isEmpty ? against : "\(against): \(words.who)")
                }
            }
            for told in call.told(by: now) { list.summaryRow("Told \(told.at.inWords)", names(told.accounts)) }
            if call.steps.isEmpty {
                list.summaryRow(
                    "Told", "no one is known who may be told; telephone. Administrators see that something was said")
            }
            list.summaryRow("Acknowledged", acknowledged)
            if let taken = call.takenBack {
                let because = words?.takenBack.map { ": \($0.because)" } ?? ""
                list.summaryRow("Taken back", "\(taken.inWords), as pressed by mistake\(because)")
            } else if call.acted == nil {
                list.summaryRow("Action", "none is recorded yet")
            }
            if let words {
                for action in words.actions {
                    list.summaryRow(
                        "Action",
                        "\(action.what): \(action.owner), by \(action.due.inWords). Recorded \(action.at.inWords)")
                }
            } else if let acted = call.acted {
                list.summaryRow("Action", "recorded \(acted.inWords)")
            }
            if call.concern.isAllegation { list.summaryRow("LADO", Self.lado(call)) }
        }
    }

    private func said(_ when: String, _ words: String, into list: inout Writer) {
        guard !words.isEmpty else { return }
        list.div(.class("govuk-summary-list__row")) { row in
            row.dt(when, .class("govuk-summary-list__key"))
            row.dd(words, .class("govuk-summary-list__value tl-said"))
        }
    }

    private var against: String? {
        switch call.concern {
        case .child: nil
        case .carer: "a carer"
        case .staff: "a member of staff"
        }
    }

    private func names(_ ids: [String]) -> String { ids.map { accounts.inWords($0) }.joined(separator: ", ") }

    private var acknowledged: String {
        guard call.acknowledged.isEmpty else {
            return call.acknowledged.map { "\(accounts.inWords($0.by)), \($0.at.inWords)" }.joined(separator: "; ")
        }
        guard call.takenBack == nil else { return "not yet" }
        guard let next = call.climbs(after: now) else { return "not yet. Telephone them" }
        return "not yet. Unless somebody acknowledges it, it goes further at \(next.inWords)"
    }

    /// SG11: within one working day.
    static func lado(_ call: UrgentCall) -> String {
        let day = WorkingDays.englandAndWales.day(1, after: call.at.inLondon.day)
        return
            "Tell the LADO within one working day\(day.map { ": by \($0.inWords)" } ?? ""), before anybody speaks to the person it is about (SG11, statutory guidance; unverified)"
    }
}

extension UrgentCall {
    /// For whoever opens the child’s page or the emergency page.
    var alert: String { "Somebody said on \(at.inWords) that the child may not be safe: \(inShort)." }

    /// How it stands, in a few words.
    var inShort: String {
        if takenBack != nil {
            return "taken back, as pressed by mistake" + (acknowledged.isEmpty ? "; nobody has seen that yet" : "")
        }
        if !isOpen { return "acknowledged, and an action is recorded" }
        if acknowledged.isEmpty {
            return acted == nil ? "nobody has acknowledged it, and no action is recorded" : "nobody has acknowledged it"
        }
        return "acknowledged; no action is recorded"
    }
}
