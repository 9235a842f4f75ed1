import Casework
import Days
import Standards

extension ChildEvent {
    /// The day of the fact itself: an end's is the day it ended, not the day of what ended. Nil for a fact that has none.
    public var day: Day? {
        switch self {
        case .episode(.started(let episode)): episode.start
        case .episode(.ended(_, let end)): end.day
        case .reviewHeld(let review): review.day
        case .missing(.started(let day, _)), .missing(.returned(_, let day)): day
        case .yearlyOutcomes(let outcomes): outcomes.year.lastDay
        case .adoption(.decided(let day)), .adoption(.ceased(_, let day, _)): day
        case .adoption(.matched(let match)): match.matched ?? match.placed
        case .worker(.allocated(_, _, let day, _)), .worker(.ended(_, _, _, let day)): day
        case .deprivation(.started(let day)), .deprivation(.ended(_, let day)): day
        case .leavingCareContact(let contact): contact.year.lastDay
        case .signed(let record), .corrected(let record, _): record.day
        case .copyMade(let copy): copy.day
        case .sibling(let said): said.record.day
        case .urgent(let event): event.at.inLondon.day
        case .wrongChild(.movedHere(let record, _)): record.day
        case .wrongChild(.sealed(let sealing)): sealing.at.inLondon.day
        case .wrongChild(.breach): nil
        case .join(let event): event.at.inLondon.day
        case .document(let event): event.document.day
        case .identity, .previousPermanence, .protection, .setAside, .retracted, .unrecognised: nil
        }
    }

    /// The same fact with each of its days so many days later. Years stay: they are collections, not days.
    public func moved(by days: Int) -> ChildEvent {
        switch self {
        case .identity(.described(var details)):
            details.birthDate = details.birthDate.map { $0 + days }
            details.motherOfChildBorn = details.motherOfChildBorn.map { $0 + days }
            return .identity(.described(details))
        case .identity(.alsoDescribed(let birthDate, let sex)):
            return .identity(.alsoDescribed(birthDate: birthDate.map { $0 + days }, sex: sex))
        case .identity(.unaccompanied(let until)): return .identity(.unaccompanied(until: until.map { $0 + days }))
        case .episode(.started(var episode)):
            episode.start = episode.start + days
            return .episode(.started(episode))
        case .episode(.ended(let start, var end)):
            end.day = end.day + days
            return .episode(.ended(start: start + days, end))
        case .reviewHeld(let review):
            return .reviewHeld(Review(day: review.day + days, participation: review.participation))
        case .missing(.started(let day, let kind)): return .missing(.started(day + days, kind))
        case .missing(.returned(let started, let day)): return .missing(.returned(started: started + days, day + days))
        case .adoption(let event): return .adoption(event.moved(by: days))
        case .previousPermanence(var permanence):
            permanence.day = permanence.day.map { $0 + days }
            return .previousPermanence(permanence)
        case .worker(.allocated(let worker, let role, let day, let reason)):
            return .worker(.allocated(worker: worker, role, day + days, reason))
        case .worker(.ended(let worker, let role, let started, let day)):
            return .worker(.ended(worker: worker, role, started: started + days, day + days))
        case .deprivation(.started(let day)): return .deprivation(.started(day + days))
        case .deprivation(.ended(let started, let day)):
            return .deprivation(.ended(started: started + days, day + days))
        case .signed(let record): return .signed(record.moved(by: days))
        case .copyMade(let copy):
            return .copyMade(
                CopyMade(
                    record: copy.record, kind: copy.kind, reader: copy.reader, day: copy.day + days, text: copy.text,
                    including: copy.including, agreed: copy.agreed))
        case .sibling(let said): return .sibling(SiblingSaid(of: said.other, said.record.moved(by: days)))
        case .corrected(let record, let retired): return .corrected(record.moved(by: days), retired: retired)
        case .urgent(let event): return .urgent(event.moved(by: days))
        case .wrongChild(.movedHere(let record, let carried)):
            return .wrongChild(.movedHere(record.moved(by: days), carried))
        case .wrongChild, .document: return self
        case .join(let event): return .join(event.moved(by: days))
        case .identity(.numbered), .identity(.named), .identity(.formerlyNamed), .yearlyOutcomes, .leavingCareContact,
            .protection, .setAside, .retracted, .unrecognised:
            return self
        }
    }

    /// The area of practice that it belongs to; nil where it says nothing that a rule could read.
    public var area: Area? {
        switch self {
        case .identity(.unaccompanied): .unaccompanied
        case .identity: .identity
        case .episode: .episodes
        case .reviewHeld: .reviews
        case .missing: .missing
        case .yearlyOutcomes: .yearlyOutcomes
        case .adoption: .adoption
        case .previousPermanence: .permanence
        case .leavingCareContact: .leavingCare
        case .worker: .workers
        case .deprivation: .deprivation
        case .signed, .corrected, .wrongChild(.movedHere): .recorded
        case .copyMade, .sibling, .protection, .urgent, .wrongChild, .join, .document, .setAside, .retracted,
            .unrecognised:
            nil
        }
    }
}

extension AdoptionEvent {
    fileprivate func moved(by days: Int) -> AdoptionEvent {
        switch self {
        case .decided(let day): return .decided(day + days)
        case .ceased(let decided, let day, let reason): return .ceased(decided: decided + days, day + days, reason)
        case .matched(var match):
            match.placed = match.placed.map { $0 + days }
            match.matched = match.matched.map { $0 + days }
            return .matched(match)
        }
    }
}

extension SignedRecord {
    func moved(by days: Int) -> SignedRecord {
        SignedRecord(
            kind: kind, day: day + days, form: form, onBehalfOf: onBehalfOf,
            answers: answers.mapValues { $0.moved(by: days) }, own: own)
    }
}

extension Answer {
    fileprivate func moved(by days: Int) -> Answer {
        switch self {
        case .day(let day): .day(day + days)
        case .rows(let rows): .rows(rows.map { AnswerRow($0.cells.mapValues { $0.moved(by: days) }) })
        default: self
        }
    }
}

extension UrgentEvent {
    fileprivate func moved(by days: Int) -> UrgentEvent {
        func later(_ at: Instant) -> Instant { at.adding(hours: 24 * days) }
        switch self {
        case .said(let word):
            return .said(
                UrgentWord(
                    at: later(word.at), by: word.by, concern: word.concern, about: word.about, who: word.who,
                    words: word.words, way: word.way, steps: word.steps, minutes: word.minutes))
        case .acknowledged(let word, let by, let at): return .acknowledged(word: word, by: by, at: later(at))
        case .acted(let word, let action):
            return .acted(
                word: word,
                UrgentAction(
                    at: later(action.at), by: action.by, id: action.id, what: action.what, owner: action.owner,
                    due: action.due + days))
        case .added(let word, let more):
            return .added(
                word: word,
                UrgentAddition(
                    at: later(more.at), concern: more.concern, about: more.about, who: more.who, words: more.words,
                    way: more.way, steps: more.steps))
        case .takenBack(let word, let taken):
            return .takenBack(
                word: word, UrgentTakenBack(at: later(taken.at), by: taken.by, because: taken.because))
        }
    }
}

extension JoinEvent {
    fileprivate func moved(by days: Int) -> JoinEvent {
        switch self {
        case .answered(let answer):
            let word: JoinAnswer.Word =
                switch answer.word {
                case .notSo: .notSo
                case .later(let until): .later(until: until + days)
                case .stillRight(let change, let parts): .stillRight(after: change + days, parts)
                }
            return .answered(
                JoinAnswer(
                    kind: answer.kind, about: answer.about, facts: answer.facts, word: word, because: answer.because,
                    by: answer.by, onBehalfOf: answer.onBehalfOf, at: answer.at.adding(hours: 24 * days)))
        case .seconded(let answer, let second):
            return .seconded(
                answer: answer,
                JoinSecond(
                    agrees: second.agrees, because: second.because, by: second.by,
                    at: second.at.adding(hours: 24 * days)))
        case .read(let reading):
            return .read(
                SecondReading(
                    closed: reading.closed, version: reading.version, on: reading.on + days,
                    closings: reading.closings, fields: reading.fields, agrees: reading.agrees,
                    because: reading.because, by: reading.by, at: reading.at.adding(hours: 24 * days)))
        }
    }
}
