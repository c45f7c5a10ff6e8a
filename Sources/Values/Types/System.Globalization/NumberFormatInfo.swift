/// How the invariant culture writes numbers.
enum NumberFormatInfoType {
    static let type = ObjectType(
        "System.Globalization.NumberFormatInfo", base: .object, interfaces: ["System.IFormatProvider", "System.ICloneable"])

    static var invariant: Value {
        .object(
            CustomObject(
                [
                    ("NumberDecimalSeparator", .string(".")), ("NumberGroupSeparator", .string(",")),
                    ("CurrencySymbol", .string("¤")),
                    ("NegativeSign", .string("-")), ("PercentSymbol", .string("%")), ("NumberDecimalDigits", .int(2)),
                ], type: type))
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Globalization.NumberFormatInfo") { NumberFormatInfoType.type }
}
