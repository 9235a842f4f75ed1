/// Why a strengths and difficulties questionnaire was not completed (SSDA903 `SDQ_REASON`), in words that blame nobody.
///
/// Labels from memory of the Department for Education's SSDA903 guide.
public struct NoQuestionnaireReason: CodeSet {
    public let code: Code
    @inlinable public init(_ code: Code) { self.code = code }

    public static let meanings: [Code: String] = [
        "SDQ1": "the child was under 4 or over 17 when asked", "SDQ2": "the carer did not return it",
        "SDQ3": "the child’s disability is such that it could not be completed", "SDQ4": "another reason",
        "SDQ5": "the child did not want it completed",
    ]
}
