extension ChildRecord {
    /// The records that say they show how a need, an outcome or an action stands, by that part of the thread, earliest first.
    ///
    /// Whoever wrote a record made the link there (`evidences`); what it shows is in the record’s words. Nothing is taken for
    /// evidence that nobody called so.
    public var evidence: [ItemID: [HeldRecord]] {
        var evidence: [ItemID: [HeldRecord]] = [:]
        for record in records {
            for item in Set(record.about(.evidences)) { evidence[item, default: []].append(record) }
        }
        return evidence
    }
}
