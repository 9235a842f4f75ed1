import Access
import Casework

extension RecordKind {
    /// Who signs it, where that is not everybody who may record; by law a review's record is its chair's.
    private static let signers: [RecordKind: Set<Role>] = [
        .review: [.iro], .managementDecision: [.teamManager],
    ]

    /// Whether somebody with these roles signs this kind of record. An IRO writes reviews and notes, and stays out of the
    /// plans that they review.
    func isSigned(by roles: [Role]) -> Bool {
        if let signers = Self.signers[self] { return !signers.isDisjoint(with: roles) }
        return self == .caseNote || roles.contains { $0 != .iro && Policy.reach($0, .recordWork) != .nobody }
    }
}
