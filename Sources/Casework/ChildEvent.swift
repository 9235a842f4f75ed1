import Days

/// Everything that can be recorded of a child: one case an area of practice, so that the list reads like the service.
public enum ChildEvent: Hashable, Sendable {
    case identity(IdentityEvent)
    case episode(EpisodeEvent)
    case reviewHeld(Review)
    case missing(MissingEvent)
    case yearlyOutcomes(YearlyOutcomes)
    case adoption(AdoptionEvent)
    case previousPermanence(PreviousPermanence)
    case leavingCareContact(LeavingCareContact)
    case worker(WorkerEvent)
    case deprivation(DeprivationEvent)
    /// What a person wrote down of the child's life and signed.
    case signed(SignedRecord)
    /// A copy of a record, made for one reader.
    case copyMade(CopyMade)
    /// A later version of a record, which stands in the place of the one it corrects; and the names of parts of the
    /// thread that earlier versions made and it does not, which nothing else is ever called.
    case corrected(SignedRecord, retired: [ItemID])
    /// What a person said of this child and another being brother or sister.
    case sibling(SiblingSaid)
    /// Who may open the record.
    case protection(ProtectionEvent)
    /// What was said because the child may not be safe now, and what was answered.
    case urgent(UrgentEvent)
    /// What was said of a record that is about another child.
    case wrongChild(WrongChildEvent)
    /// What is answered to something to join up, other than by mending it.
    case join(JoinEvent)
    /// A file about the child.
    case document(DocumentEvent)
    /// A row of a return that could not be used.
    case setAside(SetAside)
    /// Takes back the event it corrects. The source no longer says it.
    case retracted
    /// Written by a newer version, or by one that this version has forgotten. Kept whole, understood by nobody here.
    case unrecognised(StoredBody)
}
