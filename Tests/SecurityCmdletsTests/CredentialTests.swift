import EngineTestSupport
import Testing

/// A transcript cannot ask: its input is that of the shell.
@Suite struct CredentialTests {
    @Test func `nobody to ask is an error`() {
        #expect(
            TestSession().run("Get-Credential -UserName me") == """
                PowerShell credential request
                Enter your credentials.
                Get-Credential: There is nobody to ask: input has ended, or the shell runs with -NonInteractive. \
                Make a credential of [pscredential]::new(name, password).

                """)
    }
}
