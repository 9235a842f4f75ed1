import Casework

/// The columns of the collection's tables.
enum Column: Int, CaseIterable {
    case CHILD, SEX, DOB, ETHNIC, UPN, MOTHER, MC_DOB
    case DECOM, RNE, LS, CIN, PLACE, PLACE_PROVIDER, DEC, REC, REASON_PLACE_CHANGE, HOME_POST, PL_POST, URN
    case REVIEW, REVIEW_CODE, DUC
    case SDQ_SCORE, SDQ_REASON, CONVICTED, HEALTH_CHECK, IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT
    case SUBSTANCE_MISUSE, INTERVENTION_RECEIVED, INTERVENTION_OFFERED
    case IN_TOUCH, ACTIV, ACCOM
    case DATE_INT, DATE_MATCH, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR
    case DATE_PLACED, DATE_PLACED_CEASED, REASON_PLACED_CEASED
    case PREV_PERM, LA_PERM, DATE_PERM
    case MISSING, MIS_START, MIS_END
    case SW_ID, SW_DECOM, SW_DEC, SW_REASON
    case DOLO_START, DOLO_END

    var name: String { "\(self)" }

    private static let byName: [String: Column] = {
        var names = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
        // What some systems and the DfE's XML write instead.
        names["CHILDID"] = .CHILD
        names["CHILD_ID"] = .CHILD
        names["PL"] = .PLACE
        names["PLACEMENT"] = .PLACE
        names["GENDER"] = .SEX
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
        case .header: [.CHILD, .SEX, .DOB, .ETHNIC, .UPN, .MOTHER, .MC_DOB]
        case .episodes:
            [
                .CHILD, .DECOM, .RNE, .LS, .CIN, .PLACE, .PLACE_PROVIDER, .DEC, .REC, .REASON_PLACE_CHANGE, .HOME_POST,
                .PL_POST, .URN,
            ]
        case .reviews: [.CHILD, .DOB, .REVIEW, .REVIEW_CODE]
        case .unaccompanied: [.CHILD, .SEX, .DOB, .DUC]
        case .outcomes:
            [
                .CHILD, .DOB, .SDQ_SCORE, .SDQ_REASON, .CONVICTED, .HEALTH_CHECK, .IMMUNISATIONS, .TEETH_CHECK,
                .HEALTH_ASSESSMENT, .SUBSTANCE_MISUSE, .INTERVENTION_RECEIVED, .INTERVENTION_OFFERED,
            ]
        case .leavingCare: [.CHILD, .DOB, .IN_TOUCH, .ACTIV, .ACCOM]
        case .adoption: [.CHILD, .DOB, .DATE_INT, .DATE_MATCH, .FOSTER_CARE, .NB_ADOPTR, .SEX_ADOPTR, .LS_ADOPTR]
        case .placedForAdoption: [.CHILD, .DOB, .DATE_PLACED, .DATE_PLACED_CEASED, .REASON_PLACED_CEASED]
        case .previousPermanence: [.CHILD, .DOB, .PREV_PERM, .LA_PERM, .DATE_PERM]
        case .missing: [.CHILD, .DOB, .MISSING, .MIS_START, .MIS_END]
        case .socialWorkers: [.CHILD, .DOB, .SW_ID, .SW_DECOM, .SW_DEC, .SW_REASON]
        case .deprivation: [.CHILD, .DOB, .DOLO_START, .DOLO_END]
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
