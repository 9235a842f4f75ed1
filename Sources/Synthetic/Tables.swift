/// How often each code is thrown. The shares are rounded guesses at a middling authority, not figures of any real one.
enum Tables {
    static let ethnicity: Weighted = [
        "WBRI": 720, "WOTH": 40, "WIRI": 5, "WIRT": 5, "WROM": 10, "MWBC": 45, "MWBA": 15, "MWAS": 15, "MOTH": 25,
        "AIND": 8, "APKN": 15, "ABAN": 8, "AOTH": 20, "BCRB": 20, "BAFR": 25, "BOTH": 10, "CHNE": 2, "OOTH": 8,
        "NOBT": 4,
    ]
    static let ethnicityFromAbroad: Weighted = ["BAFR": 40, "AOTH": 25, "OOTH": 30, "WOTH": 5]
    static let need: Weighted = ["N1": 66, "N2": 3, "N3": 4, "N4": 9, "N5": 14, "N6": 1, "N7": 1, "N8": 2]

    static let unplanned: Weighted = [
        "CREQB": 40, "CREQO": 16, "CHILD": 14, "LAREQ": 10, "ALLEG": 5, "STAND": 5, "CLOSE": 6, "OTHER": 4,
    ]
    static let participation: Weighted = ["PN1": 52, "PN2": 4, "PN3": 6, "PN4": 7, "PN5": 8, "PN6": 17, "PN7": 6]
    static let workerChange: Weighted = ["ORGRST": 3, "TSPROC": 4, "ABSENC": 2, "CHCHAN": 1, "PCCHAN": 1, "OTHERS": 2]
    static let guardian: Weighted = ["E47": 7, "E48": 3]
    static let adopters: Weighted = ["L11": 60, "L3": 12, "L12": 8, "L0": 12, "L4": 8]
    static let noQuestionnaire: Weighted = ["SDQ2": 5, "SDQ3": 3, "SDQ4": 1, "SDQ5": 1]
    static let activity: Weighted = [
        "F1": 6, "F2": 26, "P2": 4, "F4": 2, "P4": 2, "F5": 22, "P5": 6, "G4": 8, "G5": 18, "G6": 6,
    ]
    static let accommodation: Weighted = [
        "B1": 12, "C1": 3, "D1": 18, "E1": 4, "K1": 4, "T1": 4, "U1": 32, "U2": 2, "S2": 3, "V2": 1, "W2": 1, "X2": 3,
        "Y1": 3, "Z1": 10,
    ]
}
