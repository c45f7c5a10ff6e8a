/// System.Decimal as a value.
public final class DecimalObject: Object {
    public let number: DecimalNumber

    public init(_ number: DecimalNumber) {
        self.number = number
        super.init()
    }

    public override var type: ObjectType { .decimal }
    public override var stringForm: String? { number.text }
}

/// System.Numerics.BigInteger as a value.
public final class BigIntegerObject: Object {
    public let number: BigInteger

    public init(_ number: BigInteger) {
        self.number = number
        super.init()
    }

    public override var type: ObjectType { .bigInteger }
    public override var stringForm: String? { number.text() }
}

extension Value {
    public static func decimal(_ number: DecimalNumber) -> Value { .object(DecimalObject(number)) }
    public static func big(_ number: BigInteger) -> Value { .object(BigIntegerObject(number)) }
}
