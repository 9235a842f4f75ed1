import Days

/// What every part of a child's thread says of itself, whichever kind it is. Whatever is asked of a part by its name is asked
/// through this, so that a new kind is known everywhere or nowhere.
protocol ThreadPart {
    static var kind: ItemKind { get }
    var id: ItemID { get }
    /// In its writer's words; empty where the fold keeps none.
    var what: String { get }
    /// In a few words, for whoever reads on.
    var inShort: String { get }
    var since: Day { get }
    /// The record that first named it.
    var origin: Origin { get }
    var informationClass: InformationClass { get }
}

extension ThreadPart {
    var inShort: String { what }
}

extension ChildNeed: ThreadPart { static var kind: ItemKind { .need } }
extension ChildRisk: ThreadPart { static var kind: ItemKind { .risk } }
extension ChildOutcome: ThreadPart { static var kind: ItemKind { .outcome } }
extension ChildAction: ThreadPart { static var kind: ItemKind { .action } }
extension ReviewDecision: ThreadPart { static var kind: ItemKind { .decision } }

extension ChildView: ThreadPart {
    static var kind: ItemKind { .view }
    var what: String { "" }
    var inShort: String { "what the child said on \(since.inWords)" }
}

extension IROConcern: ThreadPart {
    static var kind: ItemKind { .concern }
    var since: Day { raised }
}

extension ChildThread {
    private func part(_ id: ItemID) -> (any ThreadPart)? {
        func named(_ parts: [some ThreadPart]) -> (any ThreadPart)? { parts.first { $0.id == id } }
        return named(needs) ?? named(risks) ?? named(outcomes) ?? named(actions) ?? named(views) ?? named(decisions)
            ?? named(concerns)
    }

    /// What kind of part has this name; nil where none has.
    public func kind(of id: ItemID) -> ItemKind? { part(id).map { type(of: $0).kind } }

    /// The record that first named a part; nil where none did.
    public func origin(of id: ItemID) -> Origin? { part(id)?.origin }

    /// What a part is, in a few words; nil where none has this name.
    public func what(_ id: ItemID) -> String? { part(id)?.inShort }

    /// What names a part in its writer's words; empty for what the fold keeps no words of, and where none has this name.
    public func words(for id: ItemID) -> String { part(id)?.what ?? "" }

    /// Since when a part has been there; nil where none has this name.
    public func since(_ id: ItemID) -> Day? { part(id)?.since }

    /// Ordinary where no part has this name.
    public func informationClass(of id: ItemID) -> InformationClass { part(id)?.informationClass ?? .ordinary }
}
