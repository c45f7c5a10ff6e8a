import Glibc

/// libm's functions under names that do not clash with Swift's.
enum libm {
    static let sin: @Sendable (Double) -> Double = { Glibc.sin($0) }
    static let cos: @Sendable (Double) -> Double = { Glibc.cos($0) }
    static let tan: @Sendable (Double) -> Double = { Glibc.tan($0) }
    static let atan: @Sendable (Double) -> Double = { Glibc.atan($0) }
    static let log: @Sendable (Double) -> Double = { Glibc.log($0) }
    static let log10: @Sendable (Double) -> Double = { Glibc.log10($0) }
    static let log2: @Sendable (Double) -> Double = { Glibc.log2($0) }
    static let exp: @Sendable (Double) -> Double = { Glibc.exp($0) }
    static let pow: @Sendable (Double, Double) -> Double = { Glibc.pow($0, $1) }
}
