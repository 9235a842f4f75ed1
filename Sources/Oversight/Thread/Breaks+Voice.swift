import Casework
import Days
import Standards

/// What the child said, and what became of it.
extension Breaks {
    static let voice = [viewNotConsidered, viewNotAnswered, noDirectWork, lifeStoryNotStarted, childNotToldWhy]

    static let viewNotConsidered = BreakRule(
        "view_not_considered", "The child said it clearly, and the next review did not speak of it", .regulation,
        .cpr2010("35, 36"), owner: .iro, action: "Say what the review makes of it, and tell the child.",
        mend: .writing(.review, .viewsConsidered, .item),
        standsFor: ["view_not_answered"]
    ) { asked, found in
        for view in asked.thread.views where view.isClearlySaid && view.considered.isEmpty {
            guard let review = asked.reviews.first(where: { $0.day > view.since }),
                // Answered before it there was nothing left to speak of; after it, the child has to have been told.
                view.answered.map({ $0.on > review.day && !$0.childTold }) ?? true
            else { continue }
            found.add(
                view.id, since: review.day,
                "Said on \(view.since.inWords); the review of \(review.day.inWords) does not speak of it.")
        }
    }

    static let viewNotAnswered = BreakRule(
        "view_not_answered", "What the child said was never answered", .local, Citation("Local aim", "K96"),
        action: "Say what was done, and tell the child.", mend: .writing(.caseNote, .viewsAnswered, .view)
    ) { asked, found in
        for view in asked.thread.views where view.answered == nil {
            found.add(view.id, since: view.since, "Said on \(view.since.inWords); no answer is recorded.")
        }
    }

    static let noDirectWork = BreakRule(
        "no_direct_work", "No direct work in 90 days", .local, Citation("Local aim"),
        action: "Plan time with the child for what matters to them.", mend: .writing(.directWork)
    ) { asked, found in
        let last = asked.child.record.lastDirectWork
        let since = (last ?? asked.keptSince) + 90
        guard since < asked.day else { return }
        found.add(since: since, last.map { "The last was on \($0.inWords)." } ?? "None is recorded here.")
    }

    static let lifeStoryNotStarted = BreakRule(
        "life_story_not_started", "Life-story work has not begun", .local, Citation("Local aim", "K73"),
        action: "Begin it, with something the child chooses.", mend: .writing(.lifeStory, .lifeStoryState)
    ) { asked, found in
        guard asked.records(.lifeStoryChapter).isEmpty,
            !asked.records(.lifeStory).contains(where: { !$0.isChoice(.lifeStoryState, "not_started") })
        else { return }
        let since = asked.keptSince + 90
        guard since < asked.day else { return }
        found.add(since: since, "Nothing recorded here says that it has.")
    }

    static let childNotToldWhy = BreakRule(
        "child_not_told_why", "The child has not been told why they are in care", .local, Citation("Local aim"),
        action: "Tell the child, in words for their age, and record how it went.",
        mend: .writing(.lifeStory, .toldWhyInCare)
    ) { asked, found in
        guard asked.child.record.isToldWhyInCare == false, let last = asked.last(.lifeStory) else { return }
        found.add(since: last.day, "The life-story record of \(last.day.inWords) says not yet.")
    }
}
