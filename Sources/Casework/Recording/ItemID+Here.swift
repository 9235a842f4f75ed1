extension ItemID {
    private static let mark = "here-"

    /// What a row is called while its record is being written, so that other rows of the same record can point at it
    /// before the child's thread has a name for it: `here-R1` is the first risk that this record names.
    ///
    /// Such a name means something within one record only. When that is signed each gives way to the next name that is
    /// free, everywhere the record says it, so it can be nobody else's: not another draft's, nor that of a record signed
    /// meanwhile.
    public static func here(_ kind: ItemKind, row place: Int) -> ItemID {
        ItemID(unchecked: "\(mark)\(kind.letter)\(place)")
    }

    /// Whether it is a name within one record only.
    public var isHere: Bool { name.hasPrefix(Self.mark) }
}

extension Answer {
    /// The same with every part of a thread that it points at, or names, called by its new name and without those that have
    /// none; nil where nothing is left.
    func renamed(_ name: (ItemID) -> ItemID?) -> Answer? {
        switch self {
        case .items(let items):
            let kept = items.compactMap(name)
            return kept.isEmpty ? nil : .items(kept)
        case .rows(let rows): return .rows(rows.map { AnswerRow($0.cells.compactMapValues { $0.renamed(name) }) })
        default: return self
        }
    }
}
