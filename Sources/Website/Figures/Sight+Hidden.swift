import Access

/// What is said of the children behind a figure who are not listed to the viewer. The numbers are the same for everybody;
/// only lists depend on who asks.
extension Sight {
    /// The smallest number that is told of those counted and not listed: fewer might tell who they are.
    static let smallest = 10

    /// Nil where there is none.
    static func said(of hidden: Int) -> String? {
        switch hidden {
        case 0: nil
        case smallest...: "\(hidden) counted, not listed to you."
        default: "Some may be counted and not listed to you; so few are not numbered."
        }
    }
}
