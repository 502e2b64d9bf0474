/// A form: sections of questions, each with its hint and with what is wrong with it.
enum FormTemplate {
    static let text = #"""
        <h1>{{heading}}</h1>
        {{#isRefused}}<div class="alert alert-warning" role="alert" id="faults"><p>{{t.formRefused}}</p>{{#hasFaults}}<ul>
        {{#faults}}<li>{{.}}</li>
        {{/faults}}
        </ul>{{/hasFaults}}</div>{{/isRefused}}
        <form method="post" action="{{action}}" id="form">
        <input type="hidden" name="formKey" value="{{frame.formKey}}">
        <input type="hidden" name="eventId" value="{{eventId}}">
        <input type="hidden" name="amends" value="{{amends}}">
        <p class="note">{{t.requiredMark}}</p>
        <div class="col-sm-6 col-lg-4"><label class="form-label" for="numberFormat">{{t.numberFormat}}</label>
        <select class="form-select" id="numberFormat" name="numberFormat">
        {{#formats}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{words}}</option>
        {{/formats}}
        </select></div>
        {{#sections}}
        {{#isOptional}}<details{{#isOpen}} open{{/isOpen}}><summary><h2 class="d-inline-block">{{title}}</h2></summary>{{/isOptional}}
        {{^isOptional}}<section><h2>{{title}}</h2>{{/isOptional}}
        <div class="row row-cols-1 row-cols-sm-2 row-cols-lg-3 g-3">
        {{{inputs}}}
        {{#map}}<div class="pick" data-wards="{{.}}" role="img" aria-label="{{t.pickOnMap}}"></div>{{/map}}
        </div>
        {{#isOptional}}</details>{{/isOptional}}
        {{^isOptional}}</section>{{/isOptional}}
        {{/sections}}
        {{#hasStatement}}<p class="fs-5" role="status" id="statement">{{t.statementLvc}}: <strong id="statement-lvc">{{#statement}}{{.}}{{/statement}}{{^statement}}–{{/statement}}</strong></p>{{/hasStatement}}
        <p class="buttons"><button type="submit" name="action" value="publish" class="btn btn-primary">{{t.publish}}</button>
        <button type="submit" name="action" value="look" class="btn btn-outline-primary">{{#hasStatement}}{{t.computeAndLook}}{{/hasStatement}}{{^hasStatement}}{{t.look}}{{/hasStatement}}</button></p>
        <datalist id="commodities"></datalist>
        {{{codeLists}}}
        {{#hasMap}}<link rel="stylesheet" href="/assets/leaflet.css">
        <script src="/assets/leaflet.js" defer></script>{{/hasMap}}
        </form>
        {{#withdrawal}}
        <form method="post" action="{{.}}"><input type="hidden" name="formKey" value="{{frame.formKey}}">
        <input type="hidden" name="eventId" value="{{eventId}}-withdrawal">
        <p class="buttons"><button type="submit" class="btn btn-outline-primary">{{t.withdraw}}</button></p></form>
        {{/withdrawal}}
        """#

    /// A question.
    static let input = #"""
        {{#input}}
        {{#isFixed}}<input type="hidden" name="{{name}}" value="{{value}}">{{#isShown}}<p class="col"><span>{{label}}</span> <code>{{value}}</code></p>{{/isShown}}
        {{#fault}}<p class="col invalid-feedback d-block" id="fault-{{name}}">{{label}}: {{.}}</p>{{/fault}}{{/isFixed}}
        {{^isFixed}}
        <div class="col">
        <label class="form-label" for="{{name}}">{{label}}{{#isRequired}} <abbr title="{{t.required}}">*</abbr>{{/isRequired}}</label>
        {{#isLine}}<input class="form-control{{#fault}} is-invalid{{/fault}}" id="{{name}}" name="{{name}}" type="{{type}}" value="{{value}}"{{#inputMode}} inputmode="{{.}}"{{/inputMode}}{{#list}} list="{{.}}"{{/list}}{{#describedBy}} aria-describedby="{{.}}"{{/describedBy}}{{#fault}} aria-invalid="true"{{/fault}}{{#isRequired}} aria-required="true"{{/isRequired}} autocomplete="off">{{/isLine}}
        {{#isParagraph}}<textarea class="form-control{{#fault}} is-invalid{{/fault}}" id="{{name}}" name="{{name}}" rows="3"{{#describedBy}} aria-describedby="{{.}}"{{/describedBy}}{{#fault}} aria-invalid="true"{{/fault}}{{#isRequired}} aria-required="true"{{/isRequired}}>{{value}}</textarea>{{/isParagraph}}
        {{#isMoney}}<span class="input-group"><input class="form-control{{#fault}} is-invalid{{/fault}}" id="{{name}}" name="{{name}}" type="text" value="{{value}}" inputmode="decimal"{{#describedBy}} aria-describedby="{{.}}"{{/describedBy}}{{#fault}} aria-invalid="true"{{/fault}}{{#isRequired}} aria-required="true"{{/isRequired}} autocomplete="off">
        <select class="form-select" name="{{currencyName}}" aria-label="{{label}}: {{t.currency}}">
        {{#options}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{words}}</option>
        {{/options}}
        </select></span>{{/isMoney}}
        {{#isChoice}}<select class="form-select{{#fault}} is-invalid{{/fault}}" id="{{name}}" name="{{name}}"{{#describedBy}} aria-describedby="{{.}}"{{/describedBy}}>
        {{#options}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{words}}</option>
        {{/options}}
        </select>{{/isChoice}}
        {{#hint}}<small class="form-text" id="hint-{{name}}">{{.}}</small>{{/hint}}
        {{#fault}}<small class="invalid-feedback d-block" id="fault-{{name}}">{{.}}</small>{{/fault}}
        {{#hasFound}}<fieldset class="mt-2"><legend class="fs-6">{{t.chooseCode}}</legend>
        {{#found}}<label class="form-check"><input class="form-check-input" type="radio" name="pick" value="{{value}}"> <code>{{value}}</code> {{words}}</label>
        {{/found}}
        </fieldset>{{/hasFound}}
        </div>
        {{/isFixed}}
        {{/input}}
        """#

    /// The proposals of every form.
    static let codeLists = #"""
        <datalist id="units">{{#units}}<option value="{{value}}">{{words}}</option>{{/units}}</datalist>
        <datalist id="wards">{{#wards}}<option value="{{value}}">{{words}}</option>{{/wards}}</datalist>
        """#
}
