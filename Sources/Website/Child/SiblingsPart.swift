import Access
import Casework
import Days
import HTML

extension Visit {
    /// A child's brothers and sisters, as far as the viewer is told of them: the one place where a page asks.
    ///
    /// - Parameters:
    ///   - child: as at the day that the page speaks for.
    ///   - authority: as known at its instant. Who may see whom, today's record says.
    func siblings(of child: ChildAsAt, in authority: Authority) -> [SiblingAsAt] {
        guard !child.record.siblings.isEmpty, let now = question?.authority, let own = now[child.id] else { return [] }
        return authority.siblings(of: child).filter { one in
            now[one.sibling.id].map { viewer.isTold(that: own, and: $0, areSiblingsIn: now, on: today) } ?? false
        }
    }
}

/// Brothers and sisters, where each lives beside the child, and why where that is apart.
extension ChildView {
    func brothersAndSisters(into page: inout Writer) {
        let mayLink = mayRecord
        guard !siblings.isEmpty || mayLink else { return }
        page.section(.id("siblings")) { section in
            section.h2("Brothers and sisters", .class("govuk-heading-m"))
            if visit.asked("linked") != nil {
                section.doneBanner("Signed. It stands in both records, for those who may open both.")
            }
            if siblings.isEmpty {
                section.p("Nobody is linked of whom you are told.", .class("govuk-body"))
            }
            for one in siblings { sibling(one, mayLink, into: &section) }
            if mayLink {
                section.p(.class("govuk-body tl-do")) {
                    $0.a(
                        .recording(record.id, .siblings), "Link a brother or sister",
                        .class("govuk-link"))
                }
            }
        }
    }

    private func sibling(_ one: SiblingAsAt, _ mayLink: Bool, into page: inout Writer) {
        let words = siblingWords[one.link.origin.event]
        page.section(.class("tl-strand")) { strand in
            strand.h3(.class("govuk-heading-s")) { heading in
                heading.a(.child(one.sibling.id), one.sibling.record.identity.title, .class("govuk-link"))
                heading.text(", \(one.link.relation.title)")
            }
            strand.dl(.class("govuk-summary-list")) { list in
                list.summaryRow("Live together", one.living.words)
                if case .together = one.living { return }
                said("Why they live apart", .reason, words, into: &list)
                if one.link.saysWhyApart, case .apart = one.living, !one.saysWhyTheyLiveApart {
                    list.summaryRow("Is that still so?", "One of them has moved since. Say it again.")
                }
                said("How they see each other", .arrangements, words, into: &list)
                said("What would bring them together", .nowWhat, words, into: &list)
                list.summaryRow("To be looked at again", one.link.nextLook?.inWords ?? "No day is recorded")
            }
            strand.p(.class("tl-since")) { p in
                p.text("As recorded for \(one.link.since.inWords).")
                guard mayLink else { return }
                p.text(" ")
                p.a(
                    Link.recording(record.id, .siblings).query("sibling", "\(one.sibling.id)"), "Say it again",
                    .class("govuk-link"))
            }
        }
    }

    private func said(_ name: String, _ field: CoreField, _ words: SignedRecord?, into list: inout Writer) {
        let text: String? = if case .text(let text)? = words?.answers[field], !text.saysNothing { text } else { nil }
        list.summaryRow(name, MarkedText(text ?? "Not recorded"))
    }
}

extension LivingTogether {
    fileprivate var words: String {
        switch self {
        case .together: "Yes, as far as the postcode, the kind of home and who provides it show"
        case .apart(let since): "No, since \(since.isKnown ? "" : "at least ")\(since.day.inWords)"
        case .unknown(.notLookedAfter): "Not known: one of them is not looked after"
        case .unknown(.placeNotSaid): "Not known: where one of them lives is not recorded"
        case .unknown(.onlyThePostcodeAgrees): "Not known: one postcode, and another kind of home"
        }
    }
}
