import Days

/// The bytes of one CSV table, written straight, a cell at a time.
///
/// In an imperfect return some cells go wrong as they do in real ones: dates that do not exist or are written another
/// way, codes in lower case or unknown, cells left blank, rows sent twice.
struct CSV {
    private(set) var bytes: [UInt8]
    private var rowStart = 0
    private var isFirstCell = true
    private let mess: Double
    private var random: SeededRandom

    init(header: String, mess: Double, seed: UInt64) {
        bytes = Array(header.utf8)
        bytes.append(10)
        self.mess = mess
        random = SeededRandom(seed: seed, stream: 0x4D45_5353)
        rowStart = bytes.count
    }

    private mutating func separate() {
        if isFirstCell { isFirstCell = false } else { bytes.append(44) }
    }

    mutating func put(number: Int) {
        separate()
        var digits = 1
        var divisor = 1
        while number / divisor >= 10 { (divisor, digits) = (divisor * 10, digits + 1) }
        for _ in 0..<digits {
            bytes.append(UInt8(48 + number / divisor % 10))
            divisor /= 10
        }
    }

    mutating func put(_ code: Code) {
        separate()
        var rest = code.bytes
        if mess > 0, rest != 0, random.chance(mess) {
            switch random.below(3) {
            case 0: return
            case 1: rest = Code("ZZ9").bytes
            default: rest |= smallLetters(rest)
            }
        }
        while rest != 0 {
            bytes.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }

    /// Where a byte of `word` is a capital letter, the bit that makes it small.
    private func smallLetters(_ word: UInt64) -> UInt64 {
        var mask: UInt64 = 0
        for place in stride(from: UInt64(0), to: 64, by: 8) where (65...90).contains(word >> place & 0xFF) {
            mask |= 0x20 << place
        }
        return mask
    }

    mutating func put(text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
    }

    /// `dd/mm/yyyy`; blank where there is no day.
    mutating func put(_ day: Day?) {
        separate()
        guard let day else { return }
        var (year, month, dayOfMonth) = day.parts
        if mess > 0, random.chance(mess) {
            switch random.below(4) {
            case 0: return
            case 1: (month, dayOfMonth) = (2, 31)
            case 2: year += 100
            default:
                bytes.append(contentsOf: day.description.utf8)
                return
            }
        }
        two(dayOfMonth)
        bytes.append(47)
        two(month)
        bytes.append(47)
        two(year / 100)
        two(year % 100)
    }

    /// `yyyy-mm-dd`, for the lists that are not part of the return.
    mutating func put(iso day: Day?) {
        separate()
        if let day { bytes.append(contentsOf: day.description.utf8) }
    }

    private mutating func two(_ value: Int) {
        bytes.append(UInt8(48 + value / 10 % 10))
        bytes.append(UInt8(48 + value % 10))
    }

    mutating func endRow() {
        bytes.append(10)
        isFirstCell = true
        if mess > 0, random.chance(mess / 4) { bytes.append(contentsOf: Array(bytes[rowStart...])) }
        rowStart = bytes.count
    }
}
