"""The attribution network: a small BERT encoder, a cue tagger, and a tagger of source and content for each cue."""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from communique.annotate.attribution.feature import CASES, PLACES, QUOTE_STATES

HIDDEN, LAYERS, HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
PAIR, PAIR_HEADS, PAIR_INNER, PAIR_LAYERS = 128, 4, 512, 2
DISTANCES = 41
EMISSIONS = 7  # outside, content, source; entering and leaving content; entering and leaving source


class Layer(nn.Module):
    """One transformer layer, normalised after each part as in BERT."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, width = x.shape
        parts = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(parts[0], parts[1], parts[2], attn_mask=mask)
        mixed = mixed.transpose(1, 2).reshape(batch, length, width)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Pieces and features in, one vector a piece out."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.word = nn.Embedding(VOCABULARY, HIDDEN)
        self.word.weight.requires_grad_(False)  # kept as pre-trained: unseen words stay comparable with seen ones
        self.position = nn.Embedding(POSITIONS, HIDDEN)
        self.quote = nn.Embedding(QUOTE_STATES, HIDDEN)
        self.case = nn.Embedding(CASES, HIDDEN)
        self.place = nn.Embedding(PLACES, HIDDEN)
        for table in (self.quote, self.case, self.place):
            nn.init.normal_(table.weight, std=0.01)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(HIDDEN, HEADS, INNER, dropout) for _ in range(LAYERS))

    def forward(self, pieces: Tensor, quote: Tensor, case: Tensor, place: Tensor, mask: Tensor) -> Tensor:
        at = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.word(pieces) + self.position(at) + self.quote(quote) + self.case(case) + self.place(place)
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Tagger(nn.Module):
    """Encoder with both stages of heads."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.first = nn.Linear(HIDDEN, 9)  # outside/begin/inside of cue, of any source, of any content
        self.token = nn.Linear(HIDDEN, PAIR)
        self.cue = nn.Linear(2 * HIDDEN, 2 * PAIR)
        self.distance = nn.Embedding(DISTANCES, PAIR)
        self.line = nn.Embedding(3, PAIR)
        self.norm = nn.LayerNorm(PAIR)
        self.pairs = nn.ModuleList(Layer(PAIR, PAIR_HEADS, PAIR_INNER, dropout) for _ in range(PAIR_LAYERS))
        self.second = nn.Linear(PAIR, EMISSIONS)
        self.valid = nn.Linear(PAIR, 1)
        self.dropout = nn.Dropout(dropout)

    def words(self, pieces: Tensor, quote: Tensor, case: Tensor, place: Tensor, mask: Tensor, heads: Tensor) -> Tensor:
        """Vector of each word: that of its first piece. Shape (windows, words, HIDDEN)."""
        x = self.encoder(pieces, quote, case, place, mask)
        return self.dropout(x.gather(1, heads[:, :, None].expand(-1, -1, HIDDEN)))

    def pair(
        self, words: Tensor, row: Tensor, cue: Tensor, index: Tensor, bucket: Tensor, line: Tensor, mask: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Emissions (cues, near words, EMISSIONS) and validity (cues).

        Args:
            words: (windows, words, HIDDEN).
            row: window of each cue; cue: its first and last word, (cues, 2).
            index: words near each cue, (cues, near words), see `cue.near_words`.
            bucket, line: distance bucket and line relation of those words.
            mask: true where a word is.
        """
        ends = words[row, cue[:, 0]], words[row, cue[:, 1]]
        shift, scale = self.cue(torch.cat(ends, dim=1)).chunk(2, dim=1)
        near = self.token(words)[row[:, None], index]
        x = near * (1 + scale[:, None]) + shift[:, None] + self.distance(bucket) + self.line(line)
        x = self.norm(x)
        for layer in self.pairs:
            x = layer(x, mask)
        own = x[torch.arange(len(row), device=x.device), cue[:, 0] - index[:, 0]]
        return self.second(x), self.valid(own)[:, 0]


def distance_bucket(offset: Tensor) -> Tensor:
    """Bucket of a signed distance in words to the cue, 0 within it: exact to 10, then logarithmic to 320."""
    size = offset.abs().float()
    far = 10 + (torch.log2(size.clamp(min=10) / 10) * 2).floor()
    bucket = torch.where(size <= 10, size, far.clamp(max=20))
    return (20 + torch.sign(offset.float()) * bucket).long()


def load_encoder(model: Tagger, path: Path) -> None:
    """Fill the encoder with published BERT-form weights (safetensors)."""
    source = load_file(path)
    target = model.encoder.state_dict()
    renamed = {
        "word.weight": "embeddings.word_embeddings.weight",
        "position.weight": "embeddings.position_embeddings.weight",
        "norm.weight": "embeddings.LayerNorm.weight",
        "norm.bias": "embeddings.LayerNorm.bias",
    }
    parts = {
        "out": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm2": "output.LayerNorm",
    }
    for number in range(LAYERS):
        for kind in ("weight", "bias"):
            for ours, theirs in parts.items():
                renamed[f"layers.{number}.{ours}.{kind}"] = f"encoder.layer.{number}.{theirs}.{kind}"
            qkv = [source[f"encoder.layer.{number}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            target[f"layers.{number}.qkv.{kind}"] = torch.cat(qkv)
    for ours, theirs in renamed.items():
        target[ours] = source[theirs]
    target["position.weight"] = target["position.weight"][:POSITIONS]
    # Single texts were always segment 0 in pre-training: its vector belongs to every position.
    target["position.weight"] = target["position.weight"] + source["embeddings.token_type_embeddings.weight"][0]
    model.encoder.load_state_dict(target)


def crf_loss(emissions: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
    """Negative log likelihood of each cue's tags, shape (cues). See `STATES` for the states.

    Args:
        emissions: (cues, words, EMISSIONS), float.
        tags: (cues, words) numbers of states.
        mask: (cues, words), true where a word is.
    """
    unary, moves = scores(emissions)
    cues, words, states = unary.shape
    alpha = unary[:, 0] + initial(moves[:, 0])
    gold = alpha.gather(1, tags[:, :1])[:, 0]
    picked = unary.gather(2, tags[:, :, None])[:, :, 0]
    for at in range(1, words):
        move = moves[:, at]
        step = torch.logsumexp(alpha[:, :, None] + move, dim=1) + unary[:, at]
        here = mask[:, at]
        alpha = torch.where(here[:, None], step, alpha)
    flat = moves[:, 1:].reshape(cues, words - 1, states * states)
    moved = flat.gather(2, (tags[:, :-1] * states + tags[:, 1:])[:, :, None])[:, :, 0]
    gold = gold + ((picked[:, 1:] + moved) * mask[:, 1:]).sum(1)
    return torch.logsumexp(alpha, dim=1) - gold


# States: outside and content before the source, source, outside and content after it: at most one source.
STATES = O0, C0, S, O1, C1 = range(5)
_ALLOWED = (
    (O0, O0),
    (O0, C0),
    (O0, S),
    (C0, C0),
    (C0, O0),
    (C0, S),
    (S, S),
    (S, O1),
    (S, C1),
    (O1, O1),
    (O1, C1),
    (C1, C1),
    (C1, O1),
)
NEVER = -1e4


def scores(emissions: Tensor) -> tuple[Tensor, Tensor]:
    """Score of each state at each word, and of each move into it from the word before: (…, 5) and (…, 5, 5)."""
    outside, content, source, enter_c, leave_c, enter_s, leave_s = emissions.unbind(-1)
    unary = torch.stack((outside, content, source, outside, content), dim=-1)
    before_leave_c = functional.pad(leave_c, (1, 0))[:, :-1]
    before_leave_s = functional.pad(leave_s, (1, 0))[:, :-1]
    zero = torch.zeros_like(outside)
    enter = (zero, enter_c, enter_s, zero, enter_c)
    leave = (zero, before_leave_c, before_leave_s, zero, before_leave_c)
    never = torch.full_like(outside, NEVER)
    moves = [(zero if a == b else leave[a] + enter[b]) if (a, b) in _ALLOWED else never for a in STATES for b in STATES]
    return unary, torch.stack(moves, dim=-1).unflatten(-1, (5, 5))


def initial(move: Tensor) -> Tensor:
    """Score of beginning in each state: as if coming from outside."""
    start = move[:, O0].clone()
    start[:, O1] = NEVER
    start[:, C1] = NEVER
    return start
