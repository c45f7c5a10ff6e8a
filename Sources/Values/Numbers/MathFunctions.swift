import Glibc

/// libm's functions under names that do not clash with Swift's.
enum libm {
    static let sin: @Sendable (Double) -> Double = { Glibc.sin($0) }
    static let cos: @Sendable (Double) -> Double = { Glibc.cos($0) }
    static let tan: @Sendable (Double) -> Double = { Glibc.tan($0) }
    static let atan: @Sendable (Double) -> Double = { Glibc.atan($0) }
    static let asin: @Sendable (Double) -> Double = { Glibc.asin($0) }
    static let acos: @Sendable (Double) -> Double = { Glibc.acos($0) }
    static let sinh: @Sendable (Double) -> Double = { Glibc.sinh($0) }
    static let cosh: @Sendable (Double) -> Double = { Glibc.cosh($0) }
    static let tanh: @Sendable (Double) -> Double = { Glibc.tanh($0) }
    static let cbrt: @Sendable (Double) -> Double = { Glibc.cbrt($0) }
    static let atan2: @Sendable (Double, Double) -> Double = { Glibc.atan2($0, $1) }
    static let log: @Sendable (Double) -> Double = { Glibc.log($0) }
    static let log10: @Sendable (Double) -> Double = { Glibc.log10($0) }
    static let log2: @Sendable (Double) -> Double = { Glibc.log2($0) }
    static let exp: @Sendable (Double) -> Double = { Glibc.exp($0) }
    static let pow: @Sendable (Double, Double) -> Double = { Glibc.pow($0, $1) }
}
