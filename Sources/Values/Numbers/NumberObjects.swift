/// System.Decimal as a value.
public final class DecimalObject: Object {
    /// The number.
    public let number: DecimalNumber

    /// Boxes a decimal number.
    public init(_ number: DecimalNumber) {
        self.number = number
        super.init()
    }

    public override var type: ObjectType { .decimal }
    public override var stringForm: String? { number.text }
}

/// System.Numerics.BigInteger as a value.
public final class BigIntegerObject: Object {
    /// The number.
    public let number: BigInteger

    /// Boxes a big integer.
    public init(_ number: BigInteger) {
        self.number = number
        super.init()
    }

    public override var type: ObjectType { .bigInteger }
    public override var stringForm: String? { number.text() }
}

extension Value {
    /// A System.Decimal as a value.
    public static func decimal(_ number: DecimalNumber) -> Value { .object(DecimalObject(number)) }
    /// A System.Numerics.BigInteger as a value.
    public static func big(_ number: BigInteger) -> Value { .object(BigIntegerObject(number)) }
}
