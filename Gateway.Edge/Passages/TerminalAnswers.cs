using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates.Terminals;

namespace Gateway.Edge.Passages;

/// <summary>The last answers to each face terminal, against which its own words on the same people are held. Safe for several threads.</summary>
internal sealed class TerminalAnswers
{
    /// <summary>Answers kept for each terminal; more within <see cref="SamePassage"/> do not go through one door.</summary>
    private const int Most = 64;

    /// <summary>The terminal's own word on a person whom it had just asked about comes within this time; its clock may be a little off.</summary>
    private static readonly TimeSpan SamePassage = TimeSpan.FromSeconds(20);

    private readonly Lock _gate = new();
    private readonly Dictionary<DeviceId, Queue<TerminalAnswer>> _answers = []; // guarded by _gate, as each answer is

    /// <summary>Keeps an answer that is about to be given.</summary>
    public void Add(DeviceId terminal, TerminalAnswer answer)
    {
        lock (_gate)
        {
            if (!_answers.TryGetValue(terminal, out var answers))
            {
                _answers.Add(terminal, answers = new Queue<TerminalAnswer>());
            }

            answers.Enqueue(answer);
            if (answers.Count > Most)
            {
                answers.Dequeue();
            }
        }
    }

    /// <summary>Whether what a terminal says, that it let somebody pass or did not, is what it was answered.</summary>
    public bool Repeats(TerminalEvent told)
    {
        var passed = told.Kind == TerminalEventKind.Verified;
        lock (_gate)
        {
            var answer = _answers.GetValueOrDefault(told.Device)?.LastOrDefault(answer =>
                NumberOf(answer.Number) == NumberOf(told.Number) && (told.At - answer.At).Duration() <= SamePassage);
            if (answer is null)
            {
                return false;
            }

            answer.Heard = passed;
            return passed == answer.Opened;
        }
    }

    /// <summary>An answer to open did not reach the terminal.</summary>
    /// <returns>What the terminal has said of this person already.</returns>
    public bool? Lost(TerminalAnswer answer)
    {
        lock (_gate)
        {
            answer.Opened = answer.Heard is true;
            return answer.Heard;
        }
    }

    private static string? NumberOf(string? number) => string.IsNullOrEmpty(number) ? null : number;
}
