import Casework

/// The columns of the collection's tables.
enum Column: Int, CaseIterable {
    case child, sex, dob, ethnic, upn, mother, mcDob
    case decom, rne, ls, cin, place, placeProvider, dec, rec, reasonPlaceChange, homePost, plPost, urn
    case review, reviewCode, duc
    case sdqScore, sdqReason, convicted, healthCheck, immunisations, teethCheck, healthAssessment
    case substanceMisuse, interventionReceived, interventionOffered
    case inTouch, activ, accom
    case dateInt, dateMatch, fosterCare, nbAdoptr, sexAdoptr, lsAdoptr
    case datePlaced, datePlacedCeased, reasonPlacedCeased
    case prevPerm, laPerm, datePerm
    case missing, misStart, misEnd
    case swId, swDecom, swDec, swReason
    case doloStart, doloEnd

    /// As the collection writes it: `reviewCode` is `REVIEW_CODE`.
    var name: String { Column.names[rawValue] }

    private static let names: [String] = allCases.map {
        "\($0)".reduce(into: "") { name, letter in
            if letter.isUppercase { name += "_" }
            name += letter.uppercased()
        }
    }

    private static let byName: [String: Column] = {
        var names = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
        // What some systems and the DfE's XML write instead.
        names["CHILDID"] = .child
        names["CHILD_ID"] = .child
        names["PL"] = .place
        names["PLACEMENT"] = .place
        names["GENDER"] = .sex
        return names
    }()

    /// The column a heading means, whatever its case and spacing.
    init?(heading: String) {
        let name = heading.uppercased().map { $0 == " " || $0 == "-" ? "_" : $0 }
        guard let column = Column.byName[String(name)] else { return nil }
        self = column
    }
}

extension ReturnTable {
    /// The columns the table has, its keys first.
    var columns: [Column] {
        switch self {
        case .header: [.child, .sex, .dob, .ethnic, .upn, .mother, .mcDob]
        case .episodes:
            [
                .child, .decom, .rne, .ls, .cin, .place, .placeProvider, .dec, .rec, .reasonPlaceChange, .homePost,
                .plPost, .urn,
            ]
        case .reviews: [.child, .dob, .review, .reviewCode]
        case .unaccompanied: [.child, .sex, .dob, .duc]
        case .outcomes:
            [
                .child, .dob, .sdqScore, .sdqReason, .convicted, .healthCheck, .immunisations, .teethCheck,
                .healthAssessment, .substanceMisuse, .interventionReceived, .interventionOffered,
            ]
        case .leavingCare: [.child, .dob, .inTouch, .activ, .accom]
        case .adoption: [.child, .dob, .dateInt, .dateMatch, .fosterCare, .nbAdoptr, .sexAdoptr, .lsAdoptr]
        case .placedForAdoption: [.child, .dob, .datePlaced, .datePlacedCeased, .reasonPlacedCeased]
        case .previousPermanence: [.child, .dob, .prevPerm, .laPerm, .datePerm]
        case .missing: [.child, .dob, .missing, .misStart, .misEnd]
        case .socialWorkers: [.child, .dob, .swId, .swDecom, .swDec, .swReason]
        case .deprivation: [.child, .dob, .doloStart, .doloEnd]
        }
    }

    /// The names that files really have, letters and figures only.
    private static let names: [String: ReturnTable] = [
        "header": .header, "headers": .header, "episodes": .episodes, "episode": .episodes, "reviews": .reviews,
        "review": .reviews, "uasc": .unaccompanied, "oc2": .outcomes, "oc3": .leavingCare, "ad1": .adoption,
        "placedadoption": .placedForAdoption, "placedforadoption": .placedForAdoption,
        "shouldbeplacedforadoption": .placedForAdoption, "prevperm": .previousPermanence,
        "previouspermanence": .previousPermanence, "missing": .missing, "missingepisodes": .missing,
        "swepisodes": .socialWorkers, "socialworkerepisodes": .socialWorkers, "socialworkers": .socialWorkers,
        "dolo": .deprivation, "deprivationofliberty": .deprivation,
    ]

    /// The table a file's name means, its folder and ending left out; nil for a file that is no table.
    init?(fileNamed name: String) {
        let file = name.split(separator: "/").last.map(String.init) ?? name
        guard file.lowercased().hasSuffix(".csv") else { return nil }
        let letters = file.dropLast(4).lowercased().filter { $0.isLetter || $0.isNumber }
        for candidate in [letters, String(letters.drop { $0.isNumber })] {
            if let table = Self.names[candidate] {
                self = table
                return
            }
        }
        return nil
    }
}
