import Casework

extension CommandID {
    /// A number nobody has used: for a command that is made here.
    public static var new: CommandID { CommandID(high: .random(in: 0 ... .max), low: .random(in: 0 ... .max)) }
}
