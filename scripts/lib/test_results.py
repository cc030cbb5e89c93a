"""Prints one tab-separated line per fact of an xUnit XML report: passed COUNT, failed NAME, detail LINE, skipped NAME: REASON."""
import sys
import xml.etree.ElementTree as ElementTree


def one_line(text):
    return " ".join((text or "").split())


def main(path):
    passed = 0
    for assembly in ElementTree.parse(path).getroot().iter("assembly"):
        passed += int(assembly.get("passed", "0"))
        for test in assembly.iter("test"):
            if test.get("result") == "Fail":
                print("failed", test.get("name"), sep="\t")
                message = test.findtext("failure/message") or ""
                trace = test.findtext("failure/stack-trace") or ""
                for line in message.splitlines()[:12] + trace.splitlines()[:4]:
                    print("detail", line.rstrip(), sep="\t")
            elif test.get("result") == "Skip":
                print("skipped", f"{test.get('name')}: {one_line(test.findtext('reason'))}", sep="\t")
        # A fixture or a clean-up that threw belongs to no test, yet something is broken.
        for error in assembly.iter("error"):
            print("failed", f"{error.get('type')} {error.get('name') or ''}: {one_line(error.findtext('failure/message'))}", sep="\t")
    print("passed", passed, sep="\t")


main(sys.argv[1])
