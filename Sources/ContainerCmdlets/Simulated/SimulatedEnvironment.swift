/// The environment variables that a script expects on Windows.
package enum SimulatedEnvironment {
    /// The variables.
    /// - Parameter user: the account's name, from which the profile's folder is made.
    package static func variables(computerName: String, user: String) -> [(name: String, value: String)] {
        let home = #"C:\Users\"# + user
        return [
            ("COMPUTERNAME", computerName.uppercased()), ("USERNAME", user), ("USERPROFILE", home), ("HOMEDRIVE", "C:"),
            ("TEMP", home + #"\AppData\Local\Temp"#), ("TMP", home + #"\AppData\Local\Temp"#), ("OS", "Windows_NT"),
            ("SystemDrive", "C:"), ("SystemRoot", #"C:\Windows"#), ("windir", #"C:\Windows"#),
            ("ProgramFiles", #"C:\Program Files"#), ("ProgramData", #"C:\ProgramData"#),
        ]
    }
}
