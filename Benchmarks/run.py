"""Pairs of commands, each timed as a whole in turn (A B A B ...), so that a change of the machine's speed meets both."""
import json, os, shutil, statistics, subprocess, sys, tempfile, time

BULKHEAD = os.path.abspath(sys.argv[1])


def seconds(command, **options):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, **options)
    return time.perf_counter() - start


def compare(name, bound, ours, peer, runs):
    ours(), peer()
    pairs = [(ours(), peer()) for _ in range(runs)]
    a, b = (statistics.median(column) for column in zip(*pairs))
    ratio = statistics.median(x / y for x, y in pairs)
    print(f"{name:44s} {a * 1000:9.1f} ms   peer {b * 1000:9.1f} ms   ratio {ratio:5.2f}   (at most {bound})", flush=True)


def shell(root, text):
    done = subprocess.run([BULKHEAD, "-NoProfile", "-StateRoot", root, "-Command", text], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def timed(root, container, text):
    """Seconds that a statement takes inside the shell."""
    return float(shell(root, f"(Measure-Command {{ {text} {container} }}).TotalSeconds"))


def bundle(folder):
    """A runc bundle with busybox, of the shape that a container's has."""
    rootfs = os.path.join(folder, "rootfs", "bin")
    os.makedirs(rootfs)
    shutil.copy("/bin/busybox", rootfs)
    for applet in ("sh", "true", "sleep"):
        os.symlink("busybox", os.path.join(rootfs, applet))
    subprocess.run(["runc", "spec", "-b", folder], check=True)
    path = os.path.join(folder, "config.json")
    config = json.load(open(path))
    config["process"].update(terminal=False, args=["/bin/true"])
    json.dump(config, open(path, "w"))


def main():
    compare("start of the shell (bash -c true)", 3, lambda: seconds([BULKHEAD, "-NoProfile", "-Command", "1"]),
            lambda: seconds(["bash", "-c", "true"]), 40)
    if os.geteuid() != 0 or not shutil.which("runc"):
        print("containers: not measured; root and runc are needed")
        return
    folder = tempfile.mkdtemp(prefix="bulkhead-bench-")
    root = os.path.join(folder, "state")
    try:
        bundle(os.path.join(folder, "bundle"))
        shell(root, "$null = New-Container -Name shared -ContainerImageName NanoServer")

        def start():
            spent = timed(root, "shared", "Start-Container")
            shell(root, "Stop-Container shared -TurnOff")
            return spent

        compare("start of a Default container (runc run)", 1.5, start,
                lambda: seconds(["runc", "run", "-b", os.path.join(folder, "bundle"), f"bulkhead-bench-{os.getpid()}"]), 10)
        shell(root, "$null = New-Container -Name isolated -ContainerImageName NanoServer -RuntimeType HyperV")
        times = []
        for _ in range(6):
            times.append(timed(root, "isolated", "Start-Container"))
            accelerator = shell(root, "(Get-Container isolated).Accelerator")
            shell(root, "Stop-Container isolated -TurnOff")
        # The first start makes the kernel's files and the initial file system.
        print(f"{'start of a HyperV container (' + accelerator + ')':44s} {statistics.median(times[1:]):9.2f} s    first {times[0]:9.2f} s    (at most 3 s without KVM)")
    finally:
        subprocess.run([BULKHEAD, "-NoProfile", "-StateRoot", root, "-Command", "Get-Container | Remove-Container -Force"])
        shutil.rmtree(folder, ignore_errors=True)


main()
