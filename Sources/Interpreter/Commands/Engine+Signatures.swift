import CmdletKit

extension Engine {
    /// A function's signature with its name; nil where the function does not compile.
    public func signature(of function: FunctionInfo) -> CommandSignature? {
        guard var signature = try? function.block.code().signature.signature else { return nil }
        signature.name = function.name
        return signature
    }
}
