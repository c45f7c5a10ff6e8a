/// The machine's processor by the name that OCI documents give it (GOARCH).
enum OCIArchitecture {
    #if arch(x86_64)
        static let current = "amd64"
    #elseif arch(arm64)
        static let current = "arm64"
    #endif
}
