import Casework
import Testing

/// People read words: no meaning of a code leans on a code.
@Suite struct CodeSetTests {
    private static let sets: [(name: String, meanings: [Code: String])] = [
        ("AdoptionCeasedReason", AdoptionCeasedReason.meanings), ("CareEnding", CareEnding.meanings),
        ("CategoryOfNeed", CategoryOfNeed.meanings), ("EpisodeReason", EpisodeReason.meanings),
        ("Ethnicity", Ethnicity.meanings), ("LegalStatus", LegalStatus.meanings), ("MissingKind", MissingKind.meanings),
        ("NoQuestionnaireReason", NoQuestionnaireReason.meanings), ("Participation", Participation.meanings),
        ("PlacementChangeReason", PlacementChangeReason.meanings),
        ("PlacementProvider", PlacementProvider.meanings), ("PlacementType", PlacementType.meanings),
        ("Sex", Sex.meanings), ("WorkerChangeReason", WorkerChangeReason.meanings),
    ]

    @Test func everyCodeHasWordsThatHoldNoCode() {
        for (name, meanings) in Self.sets {
            #expect(!meanings.isEmpty, "\(name)")
            for (code, words) in meanings {
                #expect(words.contains { $0.isLowercase }, "\(name) \(code)")
                let codes = words.split { !$0.isLetter && !$0.isNumber }.filter { word in
                    meanings.keys.contains { $0.description == word && $0.count > 1 }
                }
                #expect(codes.isEmpty, "\(name) \(code): \(words)")
            }
        }
    }
}
