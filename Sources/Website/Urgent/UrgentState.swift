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
                list.div(.class("govuk-summary-list__row")) { row in
                    row.dt("In these words", .class("govuk-summary-list__key"))
                    row.dd(words.said.words, .class("govuk-summary-list__value tl-said"))
                }
                if let against {
                    list.summaryRow("About", words.said.who.isEmpty ? against : "\(against): \(words.said.who)")
                }
            }
            for (ids, at) in call.told(by: now) { list.summaryRow("Told \(at.inWords)", names(ids)) }
            if call.steps.isEmpty {
                list.summaryRow(
                    "Told", "no one is known who may be told; telephone. Administrators see that something was said")
            }
            list.summaryRow("Acknowledged", acknowledged)
            if call.acted == nil { list.summaryRow("Action", "none is recorded yet") }
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
        if !isOpen { return "acknowledged, and an action is recorded" }
        if acknowledged.isEmpty {
            return acted == nil ? "nobody has acknowledged it, and no action is recorded" : "nobody has acknowledged it"
        }
        return "acknowledged; no action is recorded"
    }
}
