/// What a child is called: the legal name, what the child goes by, and pronouns where the child has said them.
///
/// A return carries no names. They come from a names file, or are recorded here; a later name never wipes out an
/// earlier one, because people search by the name they knew.
public struct ChildName: Hashable, Sendable {
    /// Every given name of the legal name, as written: `Ada Mae`.
    public var given: String
    /// The family name of the legal name.
    public var family: String
    /// The given name, or whole name, that the child goes by; empty where that is the legal one.
    public var knownAs: String
    /// As the child says them: `she/her`; empty where not said.
    public var pronouns: String

    public init(given: String = "", family: String = "", knownAs: String = "", pronouns: String = "") {
        (self.given, self.family, self.knownAs, self.pronouns) = (given, family, knownAs, pronouns)
    }

    /// The legal name: `Ada Mae Example`.
    public var legal: String { [given, family].filter { !$0.isEmpty }.joined(separator: " ") }

    /// As pages say it: what the child goes by, and the family name. A known-as of several words is a whole name.
    public var shown: String {
        if knownAs.isEmpty { return legal }
        return knownAs.contains(" ") || family.isEmpty ? knownAs : "\(knownAs) \(family)"
    }

    /// As lists are ordered: family name first.
    public var filed: String { [family, given].filter { !$0.isEmpty }.joined(separator: ", ") }

    /// The most bytes one part may have, so that a name's event stays under 400 bytes.
    public static let longestPart = 90
}

/// The names of a child that the record holds: the one that stands, and those before it.
public struct ChildNames: Hashable, Sendable {
    public internal(set) var current = ChildName()
    /// Where ``current`` was said; nil where only former names are known.
    public internal(set) var origin: Origin?
    /// Earlier names in full, first to last: legal names that were replaced, and those that a file lists as former.
    public internal(set) var former: [String] = []
    /// What the child went by before.
    public internal(set) var formerlyKnownAs: [String] = []

    /// A new name takes the place of the one before, which is kept as a former one.
    mutating func take(_ name: ChildName, _ origin: Origin) {
        if current.legal != name.legal { keep(current.legal, in: \.former) }
        if current.knownAs != name.knownAs { keep(current.knownAs, in: \.formerlyKnownAs) }
        former.removeAll { $0 == name.legal }
        (current, self.origin) = (name, origin)
    }

    mutating func keepFormer(_ name: String) {
        if name != current.legal { keep(name, in: \.former) }
    }

    private mutating func keep(_ name: String, in list: WritableKeyPath<ChildNames, [String]>) {
        guard !name.isEmpty, !self[keyPath: list].contains(name) else { return }
        self[keyPath: list].append(name)
    }
}

extension Identity {
    /// The name as pages say it; nil where none is known.
    public var name: String? {
        let shown = names.current.shown
        return shown.isEmpty ? nil : shown
    }

    /// Who this is, as a heading or a link: `Ada Example (100042)`; `Child 100042` where no name is known.
    public var title: String { name.map { "\($0) (\(ssda903))" } ?? "Child \(ssda903)" }
}
