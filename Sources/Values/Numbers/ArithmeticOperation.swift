/// An arithmetic operator over two numbers of any types, with PowerShell's promotion: whole numbers stay whole while they fit their common
/// type and become doubles where they do not; a decimal operand makes a decimal, a BigInteger a BigInteger.
@usableFromInline enum ArithmeticOperation: Sendable {
    case add, subtract, multiply, divide, remainder

    var sign: String {
        switch self {
        case .add: "+"
        case .subtract: "-"
        case .multiply: "*"
        case .divide: "/"
        case .remainder: "%"
        }
    }

    /// The operator method that .NET would call, as errors name it.
    var method: String {
        switch self {
        case .add: "op_Addition"
        case .subtract: "op_Subtraction"
        case .multiply: "op_Multiply"
        case .divide: "op_Division"
        case .remainder: "op_Modulus"
        }
    }

    func compute(_ a: Number, _ b: Number) throws -> Value {
        switch (a, b) {
        case (.whole(let x, let kind), .whole(let y, let other)):
            guard let common = WholeKind.common((x, kind), (y, other)) else { return .double(real(Double(x), Double(y))) }
            return try whole(x, y, common)
        case (.big, _), (_, .big): return .big(try big(try a.big(), try b.big()))
        case (.decimal, _), (_, .decimal): return .decimal(try decimal(try a.decimal(), try b.decimal()))
        default: return .double(real(a.double, b.double))
        }
    }

    private func whole(_ x: Int128, _ y: Int128, _ kind: WholeKind) throws -> Value {
        switch self {
        case .divide:
            guard y != 0 else { throw Self.divideByZero }
            if x % y == 0, let value = kind.value(x / y) { return value }
            return .double(Double(x) / Double(y))
        case .remainder:
            guard y != 0 else { throw Self.divideByZero }
            return kind.truncated(x % y)
        case .add, .subtract, .multiply:
            let (result, overflow) =
                self == .add
                ? x.addingReportingOverflow(y)
                : self == .subtract ? x.subtractingReportingOverflow(y) : x.multipliedReportingOverflow(by: y)
            if !overflow, let value = kind.value(result) { return value }
            return .double(real(Double(x), Double(y)))
        }
    }

    private func real(_ x: Double, _ y: Double) -> Double {
        switch self {
        case .add: x + y
        case .subtract: x - y
        case .multiply: x * y
        case .divide: x / y
        case .remainder: x.truncatingRemainder(dividingBy: y)
        }
    }

    private func decimal(_ x: DecimalNumber, _ y: DecimalNumber) throws -> DecimalNumber {
        switch self {
        case .add: return try x + y
        case .subtract: return try x - y
        case .multiply: return try x * y
        case .divide, .remainder:
            guard y.magnitude != 0 else { throw Self.divideByZero }
            return self == .divide ? try x / y : try x % y
        }
    }

    private func big(_ x: BigInteger, _ y: BigInteger) throws -> BigInteger {
        switch self {
        case .add: return try x.adding(y)
        case .subtract: return try x.subtracting(y)
        case .multiply: return try x.multiplied(by: y)
        case .divide, .remainder:
            guard !y.isZero else { throw Self.divideByZero }
            let halves = try x.dividedWithRemainder(by: y)
            return self == .divide ? halves.quotient : halves.remainder
        }
    }

    private static var divideByZero: ValueError {
        var error = ValueError("Attempted to divide by zero.", id: "RuntimeException", category: "NotSpecified")
        error.innerExceptionType = "System.DivideByZeroException"
        return error
    }
}
