/// A visit to several children at once: what is the same for all of them is typed once, and everything else is each
/// child's own. Each child has a record of their own, which names no other.
public enum SharedVisit {
    /// What one visit is for every child who was visited: the day, which is no field, comes besides. What a child said, whether
    /// they were seen and alone, what was seen of them and what will be done are theirs.
    public static let fields: Set<CoreField> = [.purpose, .place, .othersPresent]
}
