/// A form: sections of questions, each with its hint and with what is wrong with it.
enum FormTemplate {
    static let text = #"""
        <h1>{{heading}}</h1>
        {{#isRefused}}<div class="alert" role="alert" id="faults"><p>{{t.formRefused}}</p>{{#hasFaults}}<ul>
        {{#faults}}<li>{{.}}</li>
        {{/faults}}
        </ul>{{/hasFaults}}</div>{{/isRefused}}
        <form method="post" action="{{action}}" class="form" id="form">
        <input type="hidden" name="formKey" value="{{frame.formKey}}">
        <input type="hidden" name="eventId" value="{{eventId}}">
        <input type="hidden" name="amends" value="{{amends}}">
        <p class="note">{{t.requiredMark}}</p>
        <div class="field"><label for="numberFormat">{{t.numberFormat}}</label>
        <select id="numberFormat" name="numberFormat">
        {{#formats}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{words}}</option>
        {{/formats}}
        </select></div>
        {{#sections}}
        {{#isOptional}}<details{{#isOpen}} open{{/isOpen}}><summary><h2>{{title}}</h2></summary>{{/isOptional}}
        {{^isOptional}}<section><h2>{{title}}</h2>{{/isOptional}}
        <div class="fields">
        {{{inputs}}}
        {{#map}}<div class="pick" data-wards="{{.}}" role="img" aria-label="{{t.pickOnMap}}"></div>{{/map}}
        </div>
        {{#isOptional}}</details>{{/isOptional}}
        {{^isOptional}}</section>{{/isOptional}}
        {{/sections}}
        {{#hasStatement}}<p class="result" role="status" id="statement">{{t.statementLvc}}: <strong id="statement-lvc">{{#statement}}{{.}}{{/statement}}{{^statement}}–{{/statement}}</strong></p>{{/hasStatement}}
        <p class="buttons"><button type="submit" name="action" value="publish" class="primary">{{t.publish}}</button>
        <button type="submit" name="action" value="look">{{#hasStatement}}{{t.computeAndLook}}{{/hasStatement}}{{^hasStatement}}{{t.look}}{{/hasStatement}}</button></p>
        <datalist id="commodities"></datalist>
        {{{codeLists}}}
        {{#hasMap}}<link rel="stylesheet" href="/assets/leaflet.css">
        <script src="/assets/leaflet.js" defer></script>{{/hasMap}}
        </form>
        {{#withdrawal}}
        <form method="post" action="{{.}}" class="form"><input type="hidden" name="formKey" value="{{frame.formKey}}">
        <input type="hidden" name="eventId" value="{{eventId}}-withdrawal">
        <p class="buttons"><button type="submit">{{t.withdraw}}</button></p></form>
        {{/withdrawal}}
        """#

    /// A question.
    static let input = #"""
        {{#input}}
        {{#isFixed}}<input type="hidden" name="{{name}}" value="{{value}}">{{#isShown}}<p class="field fixed"><span>{{label}}</span> <code>{{value}}</code></p>{{/isShown}}{{/isFixed}}
        {{^isFixed}}
        <div class="field{{#fault}} wrong{{/fault}}">
        <label for="{{name}}">{{label}}{{#isRequired}} <abbr title="{{t.required}}">*</abbr>{{/isRequired}}</label>
        {{#isLine}}<input id="{{name}}" name="{{name}}" type="{{type}}" value="{{value}}"{{#inputMode}} inputmode="{{.}}"{{/inputMode}}{{#list}} list="{{.}}"{{/list}}{{#describedBy}} aria-describedby="{{.}}"{{/describedBy}}{{#fault}} aria-invalid="true"{{/fault}}{{#isRequired}} aria-required="true"{{/isRequired}} autocomplete="off">{{/isLine}}
        {{#isParagraph}}<textarea id="{{name}}" name="{{name}}" rows="3"{{#describedBy}} aria-describedby="{{.}}"{{/describedBy}}{{#fault}} aria-invalid="true"{{/fault}}{{#isRequired}} aria-required="true"{{/isRequired}}>{{value}}</textarea>{{/isParagraph}}
        {{#isMoney}}<span class="money"><input id="{{name}}" name="{{name}}" type="text" value="{{value}}" inputmode="decimal"{{#describedBy}} aria-describedby="{{.}}"{{/describedBy}}{{#fault}} aria-invalid="true"{{/fault}}{{#isRequired}} aria-required="true"{{/isRequired}} autocomplete="off">
        <select name="{{currencyName}}" aria-label="{{label}}: {{t.currency}}">
        {{#options}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{words}}</option>
        {{/options}}
        </select></span>{{/isMoney}}
        {{#isChoice}}<select id="{{name}}" name="{{name}}"{{#describedBy}} aria-describedby="{{.}}"{{/describedBy}}>
        {{#options}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{words}}</option>
        {{/options}}
        </select>{{/isChoice}}
        {{#hint}}<small id="hint-{{name}}">{{.}}</small>{{/hint}}
        {{#fault}}<small class="fault" id="fault-{{name}}">{{.}}</small>{{/fault}}
        {{#hasFound}}<fieldset><legend>{{t.chooseCode}}</legend>
        {{#found}}<label class="choice"><input type="radio" name="pick" value="{{value}}"> <code>{{value}}</code> {{words}}</label>
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
