import Days

/// Whether two children who are looked after live in one home on a day, as far as both records show. Never more than they
/// show: what cannot be compared is not known.
public enum LivingTogether: Hashable, Sendable {
    case together
    /// Since the later of the two placements began.
    case apart(since: StartDay)
    case unknown(Why)

    public enum Why: Hashable, Sendable {
        case notLookedAfter
        /// Of one of them it is not said where they are placed, or at which postcode.
        case placeNotSaid
        /// One postcode, and another kind of home or provider: next door is not together.
        case onlyThePostcodeAgrees
    }

    public init(_ one: ChildAsAt, _ other: ChildAsAt) {
        guard one.isLookedAfter, other.isLookedAfter else {
            self = .unknown(.notLookedAfter)
            return
        }
        guard let here = one.currentPlacement, let there = other.currentPlacement, !here.type.isBlank,
            !there.type.isBlank
        else {
            self = .unknown(.placeNotSaid)
            return
        }
        let later = here.start.day < there.start.day ? there.start : here.start
        if here.postcode.isBlank || there.postcode.isBlank {
            // Two homes under two numbers of Ofsted's are two homes, wherever they stand.
            let areTwo = here.isOfNumberedHome && there.isOfNumberedHome && here.urn != there.urn
            self = areTwo ? .apart(since: later) : .unknown(.placeNotSaid)
        } else if here.postcode != there.postcode {
            self = .apart(since: later)
        } else {
            let isOneHome = here.type == there.type && here.provider == there.provider && here.urn == there.urn
            self = isOneHome ? .together : .unknown(.onlyThePostcodeAgrees)
        }
    }
}

extension Placement {
    /// Whether the home or its provider has a number of Ofsted's. A return writes X where it has none.
    fileprivate var isOfNumberedHome: Bool { !urn.isBlank && !urn.description.allSatisfy { $0 == "X" } }
}

/// A brother or sister beside a child, both as at one day.
public struct SiblingAsAt: Sendable {
    public let link: SiblingLink
    public let sibling: ChildAsAt
    public let living: LivingTogether

    public init(_ link: SiblingLink, _ sibling: ChildAsAt, beside child: ChildAsAt) {
        (self.link, self.sibling) = (link, sibling)
        living = LivingTogether(child, sibling)
    }

    /// Whether what it says of the two living apart was said of these two homes: neither child has moved since.
    public var saysWhyTheyLiveApart: Bool {
        guard link.saysWhyApart, case .apart(let since) = living else { return false }
        return link.since >= since.day
    }
}

extension Authority {
    /// A child's brothers and sisters as at a day, each with where both live.
    public func siblings(of child: ChildAsAt) -> [SiblingAsAt] { siblings(of: child) { _ in true } }

    private func siblings(of child: ChildAsAt, where isMeant: (ChildID) -> Bool) -> [SiblingAsAt] {
        child.record.linkedSiblings.compactMap { link in
            guard isMeant(link.other), let record = self[link.other] else { return nil }
            return SiblingAsAt(link, ChildAsAt(record, child.day), beside: child)
        }
    }

    /// Those of them of whom everybody who sees the child may be asked something, without a name. Nothing is worked out
    /// from a record around which more stands than the roles, nor once an adopter may be known.
    ///
    /// - Parameter hidden: Others of whom nothing may be told.
    public func openSiblings(of child: ChildAsAt, besides hidden: Set<ChildID> = []) -> [SiblingAsAt] {
        guard !child.record.siblings.isEmpty, isOpen(child.id, besides: hidden) else { return [] }
        return siblings(of: child) { isOpen($0, besides: hidden) }
    }

    private func isOpen(_ id: ChildID, besides hidden: Set<ChildID>) -> Bool {
        guard !protected.contains(id), !hidden.contains(id), let record = self[id] else { return false }
        return !record.wasAdopted && record.adoptionMatches.isEmpty
    }

    /// The records, besides the child's own, that what is said of the child is worked out from.
    public func linked(to record: ChildRecord) -> [ChildRecord] {
        record.siblings.isEmpty ? [] : record.lastSaidOfSiblings.compactMap { self[$0.other] }
    }
}
