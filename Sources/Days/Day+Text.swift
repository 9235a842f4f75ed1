extension Day: CustomStringConvertible {
    /// The day as ISO 8601 writes it: `2018-05-15`. A year outside 0 to 9999, which no record holds but arithmetic may
    /// reach, is written with its sign or with as many figures as it needs. Ten bytes fit in a small string: no
    /// allocation.
    public var description: String {
        let (year, month, day) = parts
        guard (0...9999).contains(year) else {
            let figures = String(year.magnitude)
            let padded = String(repeating: "0", count: max(0, 4 - figures.utf8.count)) + figures
            return "\(year < 0 ? "-" : "")\(padded)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
        }
        return String(unsafeUninitializedCapacity: 10) { bytes in
            func put(_ value: Int, at index: Int, digits: Int) {
                var rest = value
                for place in stride(from: index + digits - 1, through: index, by: -1) {
                    bytes[place] = UInt8(48 + rest % 10)
                    rest /= 10
                }
            }
            put(year, at: 0, digits: 4)
            bytes[4] = 45
            put(month, at: 5, digits: 2)
            bytes[7] = 45
            put(day, at: 8, digits: 2)
            return 10
        }
    }

    /// The day in words, as every page prints it: `15 May 2018`.
    public var inWords: String {
        let (year, month, day) = parts
        return "\(day) \(Day.monthNames[month - 1]) \(year)"
    }

    /// January first.
    public static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// Reads `2018-05-15`. Nil where the text is anything else, or no such day exists.
    public init?(_ iso: some StringProtocol) {
        var text = String(iso)
        guard let day = text.withUTF8({ Day(bytes: UnsafeRawBufferPointer($0), .iso) }) else { return nil }
        self = day
    }

    /// How a written day is laid out.
    public enum Layout: Sendable {
        /// `2018-05-15`
        case iso
        /// `15/05/2018`, as a statutory return writes it; one-figure days and months are read too.
        case dayMonthYear
    }

    /// Reads a day from bytes without allocating. Nil where they are anything but one whole, existing day.
    public init?(bytes: UnsafeRawBufferPointer, _ layout: Layout) {
        var fields = (0, 0, 0)
        var widths = (0, 0, 0)
        var field = 0
        let separator: UInt8 = layout == .iso ? 45 : 47
        for byte in bytes {
            if byte == separator {
                field += 1
                if field > 2 { return nil }
            } else if byte >= 48, byte <= 57 {
                let digit = Int(byte) - 48
                switch field {
                case 0: (fields.0, widths.0) = (fields.0 * 10 + digit, widths.0 + 1)
                case 1: (fields.1, widths.1) = (fields.1 * 10 + digit, widths.1 + 1)
                default: (fields.2, widths.2) = (fields.2 * 10 + digit, widths.2 + 1)
                }
                if widths.0 > 4 || widths.1 > 4 || widths.2 > 4 { return nil }
            } else {
                return nil
            }
        }
        guard field == 2 else { return nil }
        switch layout {
        case .iso:
            guard widths == (4, 2, 2) else { return nil }
            self.init(fields.0, fields.1, fields.2)
        case .dayMonthYear:
            guard (1...2).contains(widths.0), (1...2).contains(widths.1), widths.2 == 4 else { return nil }
            self.init(fields.2, fields.1, fields.0)
        }
    }
}
