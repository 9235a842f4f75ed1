import Casework
import Days
import HTML
import Standards

/// What lies ahead of a young person, on their first page and under Leaving care: birthdays, what is to be written by when,
/// and what of adult life nobody has said anything of.
extension ChildView {
    func yearsAhead(into page: inout Writer) {
        guard let ahead = child.yearsAhead else { return }
        page.h2("The years ahead", .class("govuk-heading-m"))
        page.ul(.class("govuk-list govuk-list--bullet"), .id("years-ahead")) { list in
            for birthday in ahead.birthdays { list.li(turning(birthday)) }
            for line in writing(ahead) { list.li(line) }
            list.li(saying(ahead.notSaid))
        }
    }

    private func saying(_ notSaid: [ReadyMatter]) -> String {
        if notSaid.isEmpty { return "The record says how each thing that adult life needs stands." }
        return "Nothing is said yet of: \(notSaid.map(\.title.lowercasedStart).joined(separator: "; "))."
    }

    private func turning(_ birthday: YearsAhead.Birthday) -> String {
        let isPast = birthday.days.allSatisfy { $0 <= child.day }
        let days = birthday.days.map(\.inWords).joined(separator: " or ")
        return "\(isPast ? "Turned" : "Turns") \(birthday.age) on \(days)."
    }

    /// The needs assessment and the pathway plan, as the standards have them; before anybody is eligible, the day that they
    /// can be due at the earliest.
    private func writing(_ ahead: YearsAhead) -> [String] {
        let due = assessed.duties.filter { ["LC01", "LC02"].contains(Catalogue.standard(of: $0).id) }
        if !due.isEmpty { return due.compactMap(sentence) }
        guard let sixteen = ahead.birthdays.first?.days.first, child.day < sixteen.adding(months: 3) else { return [] }
        let earliest = sixteen.adding(months: 3).inWords
        return [
            "Needs assessment and pathway plan: within three months of 16 or of becoming eligible, which is \(earliest) at the earliest."
        ]
    }

    private func sentence(_ duty: Duty) -> String? {
        let title = Catalogue.title(of: duty)
        let due = duty.due.map { "by \($0.inWords)" } ?? "by a day that cannot be worked out"
        switch duty.standing {
        case .notApplicable: return nil
        case .met, .metLate: return "\(title): \(due), done\(duty.done.map { " on " + $0.inWords } ?? "")."
        case .lateWithReason: return "\(title): \(due), late for a reason that the law allows."
        case .due: return "\(title): \(due)."
        case .overdue: return "\(title): \(due), which has passed."
        case .unknown: return "\(title): \(due); the record does not say whether it was done."
        }
    }
}

extension String {
    /// As it stands in a sentence; what is written in capitals as a name stays so.
    fileprivate var lowercasedStart: String { hasPrefix("National") ? self : lowercasedFirst }
}
