extension SignedRecord {
    /// The record for the child whom it is about. Parts of the thread that it makes get names that are free there. What it
    /// points at in the other child's thread it points at no longer: the words stay, the link does not, because the same
    /// name means something else there.
    ///
    /// - Parameter isPutBack: The child is the one it was taken from: then everything is called what it was.
    public func carried(to child: ChildRecord, isPutBack: Bool = false) -> SignedRecord {
        if isPutBack { return self }
        var names: [ItemID: ItemID] = [:]
        for (name, kind) in made.sorted(by: { $0.key < $1.key }) {
            names[name] = child.thread.freeName(kind, besides: Set(names.values))
        }
        return renamed { names[$0] }
    }

    /// The record with each part of a thread called by its new name, and without those that have none.
    private func renamed(_ name: (ItemID) -> ItemID?) -> SignedRecord {
        SignedRecord(
            kind: kind, day: day, form: form, onBehalfOf: onBehalfOf,
            answers: answers.compactMapValues { $0.renamed(name) }, own: own)
    }
}
