"""Pairs of commands, each timed as a whole in turn (A B A B ...), so that a change of the machine's speed meets both."""
import glob, json, os, shutil, statistics, subprocess, sys, tempfile, time

import language

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


def bundle(folder, root, container):
    """The bundle of a container as the engine writes it, with a busybox whose `true` takes the place of init."""
    binaries = os.path.join(folder, "rootfs", "bin")
    os.makedirs(binaries)
    shutil.copy("/bin/busybox", binaries)
    os.symlink("busybox", os.path.join(binaries, "true"))
    shell(root, f"Start-Container {container}")
    name = shell(root, f"(Get-Container {container}).ContainerId.ToString()")
    [path] = glob.glob(f"/run/bulkhead-*/{name}/bundle/config.json")
    config = json.load(open(path))
    shell(root, f"Stop-Container {container} -TurnOff")
    config["process"]["args"] = ["/bin/true"]
    if "cgroupsPath" in config["linux"]:
        config["linux"]["cgroupsPath"] = f"/bulkhead-bench-{os.getpid()}"
    json.dump(config, open(os.path.join(folder, "config.json"), "w"))
    return os.path.dirname(os.path.dirname(os.path.dirname(path)))


def main():
    compare("start of the shell (bash -c true)", 3, lambda: seconds([BULKHEAD, "-NoProfile", "-Command", "1"]),
            lambda: seconds(["bash", "-c", "true"]), 40)
    language.measure(BULKHEAD)
    if os.geteuid() != 0 or not shutil.which("runc"):
        print("containers: not measured; root and runc are needed")
        return
    folder = tempfile.mkdtemp(prefix="bulkhead-bench-")
    root, runtime = os.path.join(folder, "state"), None
    try:
        shell(root, "$null = New-Container -Name shared -ContainerImageName NanoServer")
        runtime = bundle(os.path.join(folder, "bundle"), root, "shared")

        def start():
            spent = timed(root, "shared", "Start-Container")
            shell(root, "Stop-Container shared -TurnOff")
            return spent

        compare("start of a Default container (runc run of it)", 1.5, start,
                lambda: seconds(["runc", "run", "-b", os.path.join(folder, "bundle"), f"bulkhead-bench-{os.getpid()}"]), 10)
        made = timed(root, "isolated", "$null = New-Container -ContainerImageName NanoServer -RuntimeType HyperV -Name")
        times = []
        for _ in range(6):
            times.append(timed(root, "isolated", "Start-Container"))
            accelerator = shell(root, "(Get-Container isolated).Accelerator")
            shell(root, "Stop-Container isolated -TurnOff")
        # The first New-Container makes the kernel's files and the initial file system, so that no start has to.
        print(f"{'start of a HyperV container (' + accelerator + ')':44s} {statistics.median(times):9.2f} s    first {times[0]:9.2f} s    "
              f"(at most 3 s without KVM; made in {made:.2f} s)")
    finally:
        subprocess.run([BULKHEAD, "-NoProfile", "-StateRoot", root, "-Command", "Get-Container | Remove-Container -Force"])
        shutil.rmtree(folder, ignore_errors=True)
        if runtime:
            shutil.rmtree(runtime, ignore_errors=True)


main()
