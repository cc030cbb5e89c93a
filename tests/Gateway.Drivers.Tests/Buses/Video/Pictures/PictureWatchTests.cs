using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Pictures;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.Buses.Video.Pictures;

public sealed class PictureWatchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly PictureWatch _watch;

    public PictureWatchTests() => _watch = new PictureWatch(_clock, _folder.File("pictures/gate.pgm"));

    [Fact]
    public void Living_picture_of_a_still_scene_is_good()
    {
        SetReference();
        for (var moment = 2; moment < 40; moment++)
        {
            Show(Scenes.Yard(moment));
            Assert.Empty(Codes());
        }
    }

    [Fact]
    public void Same_picture_for_a_minute_is_frozen_and_a_living_one_ends_that()
    {
        SetReference();
        var stuck = Scenes.Yard(2);
        for (var seconds = 0; seconds < 58; seconds += 2)
        {
            Show(stuck);
            Assert.Empty(Codes());
        }

        Show(stuck);
        Show(stuck);
        var finding = Assert.Single(_watch.Check().Findings);
        Assert.Equal(("picture-frozen", 60.0, 60.0), (finding.Code, finding.Value, finding.Threshold));
        Assert.Contains("restart", finding.Words.En, StringComparison.Ordinal);
        Show(Scenes.Yard(3));
        Assert.Empty(Codes());
    }

    [Fact]
    public void Frozen_encoder_whose_picture_trembles_by_one_grey_value_in_a_few_places_is_frozen()
    {
        for (var i = 0; i <= 31; i++)
        {
            var image = Scenes.Yard(2);
            for (var at = i; at < image.ByteCount; at += 1000)
            {
                image.Pixels[at] ^= 1;
            }

            Show(image);
        }

        Assert.Equal(["picture-frozen"], Codes());
    }

    [Theory]
    [InlineData(2, "picture-black")]
    [InlineData(254, "picture-too-bright")]
    public void Picture_without_light_or_with_too_much_is_named(byte value, string code)
    {
        SetReference();
        Show(Scenes.Even(value, 2));
        Assert.Equal([code], Codes());
    }

    [Fact]
    public void Lens_covered_all_of_a_sudden_is_covered_until_something_can_be_seen_again()
    {
        SetReference();
        Show(Scenes.Even(90, 2));
        Assert.Equal(["picture-covered"], Codes());
        Show(Scenes.Even(92, 3));
        Assert.Equal(["picture-covered"], Codes());
        Show(Scenes.Yard(4));
        Assert.Empty(Codes());
    }

    [Fact]
    public void Fog_that_comes_slowly_is_not_taken_for_a_hand()
    {
        SetReference();
        for (var share = 90; share >= 0; share -= 2)
        {
            Show(Mixed(Scenes.Yard(200 + share), 128, share));
        }

        Assert.Equal(["picture-empty"], Codes());
    }

    [Fact]
    public void Lens_out_of_focus_is_blurred()
    {
        SetReference();
        Show(Scenes.Blurred(Scenes.Yard(2), 4, 3));
        Assert.Equal(["picture-blurred"], Codes());
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.2)]
    public void Dusk_is_neither_blurred_nor_moved(double light)
    {
        SetReference();
        Show(Scenes.Yard(2, light: light));
        Assert.Empty(Codes());
    }

    [Theory]
    [InlineData(32, 0, 5.0)]
    [InlineData(-64, 0, 10.0)]
    [InlineData(0, 36, 10.0)]
    [InlineData(96, -54, 21.2)]
    public void Camera_that_was_turned_has_moved_by_so_much(int left, int up, double percent)
    {
        SetReference();
        Show(Scenes.Yard(2, left, up));
        var finding = Assert.Single(_watch.Check().Findings);
        Assert.Equal("picture-moved", finding.Code);
        Assert.InRange(finding.Value, percent - 1.5, percent + 1.5);
    }

    [Fact]
    public void Camera_that_was_turned_at_dusk_has_moved_too()
    {
        SetReference();
        Show(Scenes.Yard(2, 48, 18, light: 0.4));
        Assert.Equal(["picture-moved"], Codes());
    }

    [Fact]
    public void Car_that_parks_in_the_picture_is_not_a_move()
    {
        SetReference();
        var image = Scenes.Yard(2);
        Scenes.Fill(image, 200, 150, 180, 110, 200, 190, 180);
        Show(image);
        Assert.Empty(Codes());
    }

    [Fact]
    public void Quite_another_view_is_named()
    {
        SetReference();
        Show(Scenes.Yard(2, yard: 9));
        Assert.Equal(["picture-other-view"], Codes());
    }

    [Fact]
    public void Reference_can_be_set_again_and_outlives_the_gateway()
    {
        SetReference();
        Show(Scenes.Yard(2, 64));
        Assert.Equal(["picture-moved"], Codes());
        _watch.SetReference();
        Assert.Empty(Codes());

        var next = new PictureWatch(_clock, _folder.File("pictures/gate.pgm"));
        next.Look(Scenes.Yard(3));
        var check = next.Check();
        Assert.True(check.HasReference);
        Assert.Equal("picture-moved", Assert.Single(check.Findings).Code);
    }

    [Fact]
    public void Patrol_says_that_a_reference_is_missing_without_calling_it_a_fault()
    {
        Show(Scenes.Yard(1));
        var finding = Assert.Single(_watch.Patrol());
        Assert.Equal(("picture-no-reference", false), (finding.Code, finding.NeedsRepair));
        _watch.SetReference();
        Show(Scenes.Even(2, 1));
        Assert.Equal(("picture-black", true), (Assert.Single(_watch.Patrol()).Code, _watch.Patrol()[0].NeedsRepair));
    }

    [Fact]
    public void Without_a_fresh_picture_there_is_nothing_to_check()
    {
        Assert.Throws<DeviceFaultException>(() => _watch.Check());
        Show(Scenes.Yard(1));
        Assert.True(_watch.IsFresh);
        _clock.Advance(TimeSpan.FromSeconds(31));
        Assert.False(_watch.IsFresh);
        Assert.Throws<DeviceFaultException>(() => _watch.Check());
        Assert.Throws<DeviceFaultException>(_watch.SetReference);
    }

    [Fact]
    public void Looking_allocates_nothing_once_it_is_warm()
    {
        BgrImage[] images = [Scenes.Yard(1), Scenes.Yard(2)];
        for (var i = 0; i < 4; i++)
        {
            Show(images[i % 2]);
        }

        Assert.Equal(0, Allocations.Least(() =>
        {
            for (var i = 0; i < 50; i++)
            {
                _watch.Look(images[i % 2]);
            }
        }));

        var meter = new PictureMeter();
        Assert.Equal(0, Allocations.Least(() =>
        {
            for (var i = 0; i < 10; i++)
            {
                meter.Measure(images[i % 2]);
            }
        }));
    }

    public void Dispose() => _folder.Dispose();

    private static BgrImage Mixed(BgrImage image, byte fog, int share)
    {
        for (var i = 0; i < image.ByteCount; i++)
        {
            image.Pixels[i] = (byte)(((image.Pixels[i] * share) + (fog * (100 - share))) / 100);
        }

        return image;
    }

    private void SetReference()
    {
        Show(Scenes.Yard(1));
        _watch.SetReference();
    }

    private void Show(BgrImage image)
    {
        _clock.Advance(TimeSpan.FromSeconds(2));
        _watch.Look(image);
    }

    private string[] Codes() => [.. _watch.Check().Findings.Select(finding => finding.Code)];
}
