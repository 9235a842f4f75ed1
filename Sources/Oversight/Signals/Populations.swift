import Casework
import Days
import Standards

/// Lists of their own, each with its own question: unaccompanied children, young people of 16 and over under section 20,
/// and children on short breaks. What holds for other children under section 20 is not asked of them.
extension Signals {
    static let populations = [unaccompanied, sixteenAndOver, shortBreaks]

    static let unaccompanied = SignalRule(
        "UASC", "Unaccompanied: who holds parental responsibility, and is legal advice in place?",
        reads: [.unaccompanied, .episodes], owner: .socialWorker
    ) { child, context, list in
        guard isUnaccompanied(child), let (since, facts) = section20Months(child, context) else { return }
        list.add(child, since: since, [.unaccompanied(until: child.record.unaccompanied?.until)] + facts)
    }

    /// Whether a young person agreed for themselves (Children Act 1989 s20(11)) is not in the return.
    static let sixteenAndOver = SignalRule(
        "S20Y", "16 or over and under section 20: is it by their own agreement?",
        reads: [.episodes, .identity, .unaccompanied], owner: .socialWorker
    ) { child, context, list in
        guard !isUnaccompanied(child), isSixteen(child), let (since, facts) = section20Months(child, context) else {
            return
        }
        list.add(child, since: since, facts)
    }

    /// Asked after the same number of months as section 20, on which most short breaks rest.
    static let shortBreaks = SignalRule(
        "SHBR", "Short breaks: do they still suit the child and the family?", populations: [.shortBreaks],
        reads: [.episodes], owner: .socialWorker
    ) { child, context, list in
        guard let spell = child.currentLegalSpell, spell.status.isShortBreak else { return }
        let since = spell.start.day.adding(months: context.settings.section20ReviewMonths)
        guard since <= child.day else { return }
        list.add(child, since: since, [.legalStatus(spell.status, since: spell.start)])
    }
}
